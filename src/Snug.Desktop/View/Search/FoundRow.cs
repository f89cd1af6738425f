using System.Globalization;
using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Search;

/// <summary>A message that was found.</summary>
internal sealed class FoundRow : IItemRow<Message>
{
    private readonly Builder ui = new("found.ui");
    private readonly Func<long, ChatRoom?> roomOf;
    private readonly Func<string> words;
    private readonly Palette palette;

    public FoundRow(Func<long, ChatRoom?> roomOf, Func<string> words, Palette palette)
    {
        (this.roomOf, this.words, this.palette) = (roomOf, words, palette);
        Widget = ui.Get<Widget>("row");
    }

    public Widget Widget { get; }

    // A row shows the same message for as long as it is there.
    public void Show(Message message)
    {
        var at = message.At.ToLocalTime();
        var room = roomOf(message.Room)?.Info.Name ?? "";
        var from = ui.Get<Widget>("from");
        var when = at.ToString("g", CultureInfo.CurrentCulture);
        palette.Paint(from, message.From.Name);
        from.Set("label", message.From.Name);
        ui.Get<Widget>("when").Set("label", when);
        ui.Get<Widget>("when").Set("tooltip-text", at.ToString("f", CultureInfo.CurrentCulture));
        ui.Get<Widget>("text").Set("label", Excerpt.Mark(message.Text, words()));
        ui.Get<Widget>("room").Set("label", room);
        Widget.Name($"{room}, {Texts.Current.Says(message.From.Name, when, message.Text)}");
    }

    public void Dispose() => ui.Dispose();
}
