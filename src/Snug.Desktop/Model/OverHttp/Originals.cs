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
        if (said.ReplyTo is not { } id) return null;
        if (chat.Open.Conversation.Find(Said.KeyOf(id)) is Said { Message: { } shown }) return shown;
        if (known.TryGetValue(id, out var message)) return message;
        _ = AskAsync(chat.Open, id);
        return null;
    }

    private async Task AskAsync(ChatRoom room, long id)
    {
        if (known.Count >= Most) known.Clear();
        known[id] = null;
        Message? original = null;
        if (!await Quietly.DoAsync(async () => original = await history.FindAsync(room, id))) known.Remove(id);
        else if (original is not null)
        {
            known[id] = original;
            room.Conversation.Refresh(said => said.ReplyTo == id);
        }
    }
}
