using System.Globalization;
using Snug.Protocol;

namespace Snug.Desktop.Model.OverLine;

/// <summary>What the line protocol's answers, and their absence, do to the chat.</summary>
internal sealed class LineEffects(Chat chat)
{
    private long heard;

    public void Hear(IReadOnlyList<LineMessage> messages)
    {
        foreach (var message in messages)
        {
            var key = (++heard).ToString(CultureInfo.InvariantCulture);
            chat.Open.Conversation.Add(new Said(key, chat.Time.GetLocalNow(), message.From, message.Text, message.From == chat.Me));
        }
    }

    public void See(IReadOnlyList<string> people) => chat.See([.. people.Select(name => new Person(name))]);

    public void Set(LinkState link, string? refusal = null)
    {
        var wasConnected = chat.IsConnected;
        chat.Set(link, refusal);
        if (wasConnected && !chat.IsConnected) chat.Tell(Texts.Current.NoticeLost);
        if (!wasConnected && chat.IsConnected) chat.Tell(Texts.Current.NoticeConnected, Texts.Current.NoticeMissed);
    }

    /// <summary>A text that was handed over did not, or may not, have got through. It is never sent again by itself.</summary>
    public void GiveBack(string text, Fate fate, string? reason = null)
    {
        var isBack = chat.TakeBack(text);
        var title = fate switch
        {
            Fate.Refused => Texts.Current.NotSentBecause(reason ?? ""),
            Fate.Unsent => Texts.Current.NotSentLost,
            _ => Texts.Current.MayNotHaveArrived,
        };
        chat.Tell(title, isBack ? Texts.Current.BackInEntry : null, isBack ? null : text);
    }
}
