using Snug.Desktop.Gtk;
using Snug.Desktop.Text;
using Snug.Desktop.Text.Markdown;

namespace Snug.Desktop.View;

/// <summary>Code as typed, scrolled sideways, with its language and a button that copies it.</summary>
internal static class CodeBlock
{
    public static Widget Draw(Block.Code code, Action<string> copy)
    {
        var column = Parts.Column(2);
        if (code.Language.Length > 0) Parts.Append(column, Language(code.Language));
        Parts.Append(column, Scrolled(code.Text));
        var block = Parts.Overlaid(column, CopyButton(code.Text, copy));
        block.AddClass("code-block");
        return block;
    }

    private static Widget Language(string name)
    {
        var label = Parts.Label("");
        Parts.SetMarkup(label, PangoMarkup.Escape(name));
        label.Set("ellipsize", EllipsizeEnd);
        label.AddClass("language");
        label.Set("xalign", 0.0);
        return label;
    }

    private static Widget Scrolled(string text)
    {
        var label = Parts.Label("");
        Parts.SetMarkup(label, PangoMarkup.Escape(text.TrimEnd('\n')));
        label.AddClass("code");
        label.Set("xalign", 0.0);
        label.Name(text);
        // Code is written from left to right, whatever is written around it.
        var scrolled = Parts.ScrolledSideways(label, isRightToLeft: false);
        // What scrolls must be reached by keyboard.
        scrolled.Set("focusable", true);
        scrolled.Name(Texts.Current.Code(""));
        return scrolled;
    }

    private static Widget CopyButton(string text, Action<string> copy)
    {
        var button = Parts.IconButton("edit-copy-symbolic");
        button.AddClass("flat");
        Parts.Direct(button, isRightToLeft: false);
        button.Set("halign", End);
        button.Set("valign", Start);
        button.Name(Texts.Current.CopyCode);
        Parts.Tip(button, Texts.Current.CopyCode);
        button.On("clicked", () => copy(text));
        return button;
    }

    // GtkAlign's and PangoEllipsizeMode's numbers.
    private const int Start = 1, End = 2, EllipsizeEnd = 3;
}
