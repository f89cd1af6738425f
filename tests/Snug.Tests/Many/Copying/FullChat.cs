using System.Security.Cryptography;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Copying;

/// <summary>A chat in which everything has happened that is stored, and what one who was there sees of it.</summary>
internal sealed class FullChat
{
    private FullChat(string token, string cursor) => (Token, Cursor) = (token, cursor);

    /// <summary>The session of somebody who has not heard the end of it.</summary>
    public string Token { get; }

    /// <summary>How far they have heard.</summary>
    public string Cursor { get; }

    /// <summary>Addresses of files that they may have.</summary>
    public IReadOnlyList<string> Files { get; private init; } = [];

    /// <summary>Makes it over HTTP.</summary>
    public static async Task<FullChat> MakeAsync(TestServer server)
    {
        using var boss = await server.EnterAdminAsync("boss");
        using var cindy = await server.EnterHttpAsync("Cindy");
        using var ethan = await server.EnterHttpAsync("ethan");
        (await cindy.PutAsync("/api/account", new { password = "correct horse" })).Is(200);
        var pizza = await cindy.SayAsync("We had pizza 🍕 last night, @ethan\n\tand more", nonce: "one");
        await ethan.PollAsync();
        var cursor = ethan.Next;

        var secret = await cindy.OpenRoomAsync("secret", isPrivate: true);
        await cindy.InviteAsync(secret, ethan);
        var open = await ethan.OpenRoomAsync("Öffentlich");
        (await boss.PatchAsync($"/api/rooms/{open}", new { topic = "Anything" })).Is(200);
        var direct = (await cindy.AskDirectAsync("ethan")).Is(201).Id;
        (await ethan.PostAsync($"/api/rooms/{direct}/messages", new { text = "How about spaghetti?", replyTo = (long?)null })).Is(201);

        // One that fills its last part, one of several parts, one that two people sent.
        byte[][] contents = [RandomNumberGenerator.GetBytes(256 * 1024), RandomNumberGenerator.GetBytes(600_000), [1, 2, 3]];
        var sent = new List<System.Text.Json.Nodes.JsonNode>();
        foreach (var content in contents) sent.Add((await cindy.UploadAsync($"file{content.Length}.bin", content)).Is(201).Body);
        sent.Add((await ethan.UploadAsync("the same.bin", contents[2])).Is(201).Body);
        await cindy.SayAsync("files", secret, attachments: [.. sent.Take(2).Select(file => (string)file["id"]!)]);

        (await cindy.PatchAsync($"/api/messages/{pizza}", new { text = "We had pizza, @ethan" })).Is(200);
        (await cindy.PostAsync("/api/rooms/1/messages", new { text = "to this", replyTo = pizza })).Is(201);
        var gone = await ethan.SayAsync("never mind");
        (await ethan.DeleteAsync($"/api/messages/{gone}")).Is(204);
        foreach (var emoji in new[] { "🍕", "👍", "🇩🇪" }) (await ethan.PutAsync($"/api/messages/{pizza}/reactions/{Uri.EscapeDataString(emoji)}")).Is(204);
        (await boss.PostAsync("/api/bans", new { name = "mallory" })).Is(201);
        (await boss.PostAsync("/api/bans", new { address = "192.0.2.7" })).Is(201);
        (await boss.PostAsync("/api/invites", new { hours = 1 })).Is(201);
        // The newest id of the log is that of a reading.
        (await ethan.PutAsync("/api/rooms/1/read", new { upTo = gone })).Is(204);
        return new(ethan.Token!, cursor) { Files = [.. sent.Take(2).Append(sent[3]).Select(file => (string)file["url"]!)] };
    }

    /// <summary>Comes back with the old session.</summary>
    public ChatUser Return(TestServer server) => new(server.HttpUrl, Token) { Next = Cursor };

    /// <summary>All that there is to see, as text.</summary>
    public async Task<IReadOnlyList<string>> SeeAsync(TestServer server)
    {
        using var ethan = Return(server);
        var seen = new List<string> { (await ethan.AskEventsAsync()).Is(200).Text };
        var rooms = (await ethan.GetAsync("/api/rooms")).Is(200);
        seen.Add(rooms.Text);
        foreach (var room in rooms.Body["rooms"]!.AsArray())
        {
            seen.Add((await ethan.GetAsync($"/api/rooms/{room!["id"]}/messages?limit=100")).Is(200).Text);
            seen.Add((await ethan.GetAsync($"/api/rooms/{room["id"]}/users")).Is(200).Text);
        }
        return seen;
    }

    /// <summary>The bytes of the files, each as its SHA-256.</summary>
    public async Task<IReadOnlyList<string>> FetchAsync(TestServer server)
    {
        using var ethan = Return(server);
        var hashes = new List<string>();
        foreach (var file in Files) hashes.Add(Convert.ToHexStringLower(SHA256.HashData(await ethan.Http.GetByteArrayAsync(file))));
        return hashes;
    }
}
