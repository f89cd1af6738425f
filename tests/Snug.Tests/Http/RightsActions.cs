using Snug.Tests.Running;

namespace Snug.Tests.Http;

/// <summary>The actions of the table of rights as requests.</summary>
internal static class RightsActions
{
    /// <summary>Those that are about one room or one message.</summary>
    public static IReadOnlyList<string> All { get; } =
        ["users", "history", "read", "post", "reply", "quote", "edit", "delete", "react", "unreact", "invite", "join", "leave", "rename", "archive", "remove"];

    /// <param name="action">The word in the table.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="room">The room it is about.</param>
    /// <param name="message">A message in that room.</param>
    /// <param name="member">The id of somebody in it.</param>
    /// <param name="guest">The name of somebody who is not.</param>
    public static Task<Reply> AskAsync(string action, ChatUser asker, long room, long message, long member, string guest) => action switch
    {
        "list" or "unread" or "mention" => asker.GetAsync("/api/rooms"),
        "events" => asker.AskEventsAsync(),
        "users" => asker.GetAsync($"/api/rooms/{room}/users"),
        "history" => asker.GetAsync($"/api/rooms/{room}/messages"),
        "read" => asker.PutAsync($"/api/rooms/{room}/read", new { upTo = 1 }),
        "post" => asker.PostAsync($"/api/rooms/{room}/messages", new { text = "hello" }),
        "reply" => asker.PostAsync($"/api/rooms/{room}/messages", new { text = "yes", replyTo = message }),
        "quote" => QuoteAsync(asker, room, message),
        "edit" => asker.PatchAsync($"/api/messages/{message}", new { text = "changed" }),
        "delete" => asker.DeleteAsync($"/api/messages/{message}"),
        "react" => asker.PutAsync($"/api/messages/{message}/reactions/{Uri.EscapeDataString("🍕")}"),
        "unreact" => asker.DeleteAsync($"/api/messages/{message}/reactions/{Uri.EscapeDataString("🍕")}"),
        "invite" => asker.PostAsync($"/api/rooms/{room}/invite", new { name = guest }),
        "join" => asker.PostAsync($"/api/rooms/{room}/join"),
        "leave" => asker.PostAsync($"/api/rooms/{room}/leave"),
        "rename" => asker.PatchAsync($"/api/rooms/{room}", new { name = $"renamed {message}" }),
        "archive" => asker.PatchAsync($"/api/rooms/{room}", new { archived = true }),
        "remove" => asker.DeleteAsync($"/api/rooms/{room}/users/{member}"),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "not an action of the table"),
    };

    // To quote is to reply from another room: what may not even be seen there must not be told apart.
    private static async Task<Reply> QuoteAsync(ChatUser asker, long room, long message)
    {
        var elsewhere = room == ChatUser.Lobby && asker.Token is not null && asker.Name != "banned"
            ? (await asker.PostAsync("/api/rooms", new { name = $"elsewhere {message} {asker.Name}" })).Is(201).Id
            : ChatUser.Lobby;
        return await asker.PostAsync($"/api/rooms/{elsewhere}/messages", new { text = "yes", replyTo = message });
    }
}
