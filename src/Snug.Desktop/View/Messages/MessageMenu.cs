using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Messages;

/// <summary>What can be done with a message, in a popover over it.</summary>
internal sealed class MessageMenu : IDisposable
{
    private readonly IMessageDeeds deeds;
    private readonly Builder ui = new("message-menu.ui");
    private readonly Popover popover;
    private readonly Widget over;
    private Builder? chooser;
    private Said? said;
    private Rectangle place;

    /// <param name="over">What it opens over.</param>
    /// <param name="deeds">What it does.</param>
    public MessageMenu(Widget over, IMessageDeeds deeds)
    {
        this.deeds = deeds;
        this.over = over;
        popover = ui.Get<Popover>("menu");
        popover.Attach(over);
        foreach (var quick in (string[])["👍", "❤️", "😂", "🎉", "😮", "😢"]) AddQuick(quick);
        On("more", ShowAll);
        On("reply", message => deeds.Reply(message));
        On("edit", message => deeds.Edit(message));
        On("delete", message => deeds.Delete(message));
        On("copy", () => Toolkit.Copy(said!.Text));
        On("retry", () => deeds.Retry(said!));
        On("discard", () => deeds.Discard(said!));
    }

    public void Dispose()
    {
        chooser?.Dispose();
        ui.Dispose();
    }

    /// <param name="what">What was said.</param>
    /// <param name="at">Where it stands, within what the menu opens over.</param>
    public void Open(Said what, Rectangle at)
    {
        (said, place) = (what, at);
        var hasArrived = what.Message is not null;
        ui.Get<Widget>("quick").Set("visible", hasArrived);
        ui.Get<Widget>("reply").Set("visible", hasArrived);
        ui.Get<Widget>("edit").Set("visible", hasArrived && what.IsOwn);
        ui.Get<Widget>("delete").Set("visible", hasArrived && what.IsOwn);
        ui.Get<Widget>("retry").Set("visible", what.Pending?.Refusal is not null);
        ui.Get<Widget>("discard").Set("visible", what.Pending?.Refusal is not null);
        popover.PointTo(at);
        popover.Show();
    }

    // GTK draws up all emojis as soon as there is a chooser, which takes 25 MB with their font: it is made when it is wanted.
    private void ShowAll()
    {
        var isNew = chooser is null;
        chooser ??= new Builder("emojis.ui");
        var emojis = chooser.Get<Popover>("emojis");
        if (isNew)
        {
            emojis.Attach(over);
            emojis.On("emoji-picked", emission => { React(emission.Arguments[1].AsText()); return false; });
        }
        emojis.PointTo(place);
        emojis.Show();
    }

    private void AddQuick(string emoji)
    {
        using var one = new Builder("reaction.ui");
        var button = one.Get<Widget>("reaction");
        button.Set("label", emoji);
        button.Name(Texts.Current.ReactWith(emoji));
        button.On("clicked", () => React(emoji));
        ui.Get<Box>("quick-emojis").Append(button);
    }

    private void React(string emoji)
    {
        popover.Hide();
        if (said?.Message is { } message) deeds.React(message, emoji);
    }

    private void On(string id, Action<Message> act) => On(id, () => act(said!.Message!));

    private void On(string id, Action act) => ui.Get<Widget>(id).On("clicked", () =>
    {
        popover.Hide();
        act();
    });
}
