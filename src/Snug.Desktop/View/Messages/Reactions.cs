using System.Globalization;
using Snug.Client;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.View.Messages;

/// <summary>The reactions under a message: each a button that gives it too, or takes one's own back.</summary>
internal sealed class Reactions(Seldom<Box> place, string me, IMessageDeeds? deeds)
{
    private const int Most = 8;

    public void Show(Message? message)
    {
        if (message is not { Reactions: { Count: > 0 } reactions })
        {
            place.Remove();
            return;
        }
        var box = place.Show();
        box.Clear();
        foreach (var reaction in reactions.Take(Most)) Add(box, message, reaction);
    }

    private void Add(Box box, Message message, Reaction reaction)
    {
        using var ui = new Builder("reaction.ui");
        var button = ui.Get<Widget>("reaction");
        var who = string.Join(", ", reaction.Users);
        button.Set("label", $"{reaction.Emoji} {reaction.Users.Count.ToString(CultureInfo.CurrentCulture)}");
        button.Set("tooltip-text", who);
        button.Name(Texts.Current.Reacted(reaction.Emoji, who));
        button.SetClass("own", reaction.Users.Contains(me));
        button.On("clicked", () => deeds?.React(message, reaction.Emoji));
        box.Append(button);
    }
}
