using Snug.Desktop.Gtk;

namespace Snug.Desktop.View;

/// <summary>
/// Lets a line's text be copied: a part of it selected with the pointer, or from the keyboard the whole line that has the
/// focus. A label that can be selected would take the focus from its row, and the arrow keys with it: it may do so only
/// while the pointer is at it.
/// </summary>
internal static class CopyableLine
{
    public static void Make(Widget row, Widget label, string text)
    {
        row.OnKey(press => Copy(row, press, text));
        label.Set("can-focus", false);
        label.OnPress(() => label.Set("can-focus", true));
        label.On("notify::has-focus", () =>
        {
            if (!label.GetBoolean("has-focus")) label.Set("can-focus", false);
        });
    }

    private static bool Copy(Widget row, KeyPress press, string text)
    {
        if (!row.GetBoolean("has-focus") || press is not { Control: true, Key: 'c' or 'C' }) return false;
        Toolkit.Copy(text);
        return true;
    }
}
