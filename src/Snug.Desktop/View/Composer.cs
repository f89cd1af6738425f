using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View;

/// <summary>The frame in which the person writes, with the count of characters that still fit.</summary>
internal sealed class Composer : IDisposable
{
    private const int Few = 10;

    private readonly Builder ui = new("composer.ui");
    private readonly Chat chat;
    private readonly Entry entry;
    private readonly Widget counter;
    private readonly Widget send;

    public Composer(Box place, Chat chat)
    {
        this.chat = chat;
        place.Append(ui.Get<Widget>("composer"));
        entry = ui.Get<Entry>("entry");
        counter = ui.Get<Widget>("counter");
        send = ui.Get<Widget>("send");

        // GTK counts code points, as the protocol does, and shortens what is pasted.
        entry.Set("max-length", chat.Speaker.MaxLength);
        entry.On("changed", Count);
        entry.On("activate", Send);
        send.On("clicked", () => { Send(); Focus(); });
        chat.LinkChanged += Count;
        chat.TakeBack = TakeBack;
        Count();
    }

    public void Dispose() => ui.Dispose();

    /// <summary>Has something else done, where it can be, when the person goes back from the entry.</summary>
    public void OnBack(Func<bool> goBack) => entry.OnKey(press => press.Key == KeyPress.BackTab && goBack());

    /// <summary>Begins to call somebody, behind what is written.</summary>
    public void Mention(string name)
    {
        entry.Text += entry.Text.Length == 0 || entry.Text.EndsWith(' ') ? $"@{name} " : $" @{name} ";
        Focus();
    }

    public void Focus() => entry.FocusKeepingText();

    private void Send()
    {
        var text = entry.Text;
        if (text.Length == 0) return;
        if (chat.Say(text)) entry.Text = "";
        else entry.Bell();
    }

    private bool TakeBack(string text)
    {
        if (entry.Text.Length > 0) return false;
        entry.Text = text;
        return true;
    }

    private void Count()
    {
        var text = entry.Text;
        var left = chat.Speaker.MaxLength - text.EnumerateRunes().Count();
        counter.Set("label", left.ToString(CultureInfo.CurrentCulture));
        var spoken = left == 1 ? "1 character left" : $"{left} characters left";
        counter.Name(spoken);
        counter.Set("tooltip-text", spoken);
        entry.Describe(spoken);
        counter.SetClass("few", left is > 0 and <= Few);
        counter.SetClass("none", left == 0);
        send.Set("sensitive", chat.MaySay && !string.IsNullOrWhiteSpace(text));
    }
}
