using Snug.Client;

namespace Snug.Desktop.Model.OverHttp;

/// <summary>What is answered and is not in the stretch that is shown: asked for once, the last <see cref="Most"/> remembered.</summary>
internal sealed class Originals(Chat chat, History history)
{
    private const int Most = 500;

    private readonly Dictionary<long, Message?> known = [];

    /// <returns>The message that is answered; null while it is not known, or where it is no more.</returns>
    public Message? Of(Said said)
    {
        if ((said.Message?.ReplyTo ?? said.Pending?.ReplyTo) is not { } id) return null;
        if (chat.Open.Conversation.Find(Said.KeyOf(id)) is Said { Message: { } shown }) return shown;
        if (known.TryGetValue(id, out var message)) return message;
        _ = AskAsync(chat.Open, id);
        return null;
    }

    private async Task AskAsync(ChatRoom room, long id)
    {
        if (known.Count >= Most) known.Clear();
        known[id] = null;
        var isThere = await Quietly.DoAsync(async () => known[id] = await history.FindAsync(room, id));
        if (!isThere) known.Remove(id);
        else if (known[id] is not null) room.Conversation.Refresh(said => (said.Message?.ReplyTo ?? said.Pending?.ReplyTo) == id);
    }
}
