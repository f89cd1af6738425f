using System.Globalization;

namespace Snug.Client;

// What is said, and what was.
public sealed partial class ChatClient
{
    /// <summary>Says something in a room. When this returns, the message is stored durably.</summary>
    /// <remarks>
    /// Where there was no answer it may or may not have been said: post it again with the same <see cref="NewMessage.Nonce"/>, or
    /// leave all that to an <see cref="Outbox"/>.
    /// </remarks>
    public Task<Message> PostAsync(long room, NewMessage message, CancellationToken cancel = default)
    {
        var request = Requests.Post($"/api/rooms/{room}/messages", message, ClientJson.Default.NewMessage);
        return exchange.AskAsync(request, ClientJson.Default.Message, cancel);
    }

    /// <inheritdoc cref="PostAsync(long, NewMessage, CancellationToken)"/>
    public Task<Message> PostAsync(long room, string text, CancellationToken cancel = default) =>
        PostAsync(room, new NewMessage(text), cancel);

    /// <summary>Changes what this user said.</summary>
    public Task<Message> EditAsync(long message, string text, CancellationToken cancel = default)
    {
        var request = Requests.Patch($"/api/messages/{message}", new EditRequest(text), ClientJson.Default.EditRequest);
        return exchange.AskAsync(request, ClientJson.Default.Message, cancel);
    }

    /// <summary>Takes back what this user said; an admin may remove anyone's.</summary>
    public Task DeleteAsync(long message, CancellationToken cancel = default) =>
        exchange.TellAsync(Requests.Delete($"/api/messages/{message}"), cancel);

    /// <summary>Puts an emoji under a message; that it is there already is no fault.</summary>
    public Task ReactAsync(long message, string emoji, CancellationToken cancel = default) =>
        exchange.TellAsync(Requests.Put(Reaction(message, emoji)), cancel);

    /// <summary>Takes one's emoji away from a message.</summary>
    public Task UnreactAsync(long message, string emoji, CancellationToken cancel = default) =>
        exchange.TellAsync(Requests.Delete(Reaction(message, emoji)), cancel);

    /// <summary>What was said in a room, oldest first.</summary>
    /// <param name="room">The room.</param>
    /// <param name="before">Only messages with a smaller id; null for the newest there are.</param>
    /// <param name="limit">The most messages wanted; the server may give fewer, and says whether there are more.</param>
    /// <param name="cancel">Gives the request up.</param>
    public Task<MessagePage> HistoryAsync(long room, long? before = null, int limit = 50, CancellationToken cancel = default)
    {
        var from = before is { } id ? string.Create(CultureInfo.InvariantCulture, $"before={id}&") : "";
        var request = Requests.Get($"/api/rooms/{room}/messages?{from}limit={limit}");
        return exchange.AskAsync(request, ClientJson.Default.MessagePage, cancel);
    }

    /// <summary>What was said in a room after one of its messages, oldest first.</summary>
    /// <param name="room">The room.</param>
    /// <param name="after">Only messages with a greater id.</param>
    /// <param name="limit">The most messages wanted; the server may give fewer, and says whether there are newer ones.</param>
    /// <param name="cancel">Gives the request up.</param>
    public Task<MessagePage> HistoryAfterAsync(long room, long after, int limit = 50, CancellationToken cancel = default)
    {
        var request = Requests.Get(string.Create(CultureInfo.InvariantCulture, $"/api/rooms/{room}/messages?after={after}&limit={limit}"));
        return exchange.AskAsync(request, ClientJson.Default.MessagePage, cancel);
    }

    /// <summary>Messages that contain something, newest first, from rooms that this user may see.</summary>
    /// <param name="text">What to look for.</param>
    /// <param name="room">Only in this room; null for all.</param>
    /// <param name="before">Only messages with a smaller id: the <see cref="MessagePage.Next"/> of the page before; null to begin.</param>
    /// <param name="cancel">Gives the request up.</param>
    public Task<MessagePage> SearchAsync(string text, long? room = null, long? before = null, CancellationToken cancel = default)
    {
        var within = (room is { } id ? string.Create(CultureInfo.InvariantCulture, $"&room={id}") : "")
            + (before is { } from ? string.Create(CultureInfo.InvariantCulture, $"&before={from}") : "");
        return exchange.AskAsync(Requests.Get($"/api/search?q={Requests.Escape(text)}{within}"), ClientJson.Default.MessagePage, cancel);
    }

    private static string Reaction(long message, string emoji) => $"/api/messages/{message}/reactions/{Requests.Escape(emoji)}";
}
