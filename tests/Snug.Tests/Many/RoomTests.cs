using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>What is done in a room at one server is done at all of them.</summary>
[Collection(nameof(OneAfterAnother))]
public class RoomTests(SharedPostgres postgres)
{
    [Fact]
    public async Task A_room_opened_at_one_server_is_joined_and_spoken_in_at_another_at_once()
    {
        var fleet = await postgres.ShareServersAsync();
        using ChatUser cindy = await fleet.EnterNewAsync(0), ethan = await fleet.EnterNewAsync(1);

        for (var round = 0; round < 10; round++)
        {
            var room = await cindy.OpenRoomAsync($"room {round}");
            await ethan.JoinAsync(room);
            await ethan.SayAsync($"first {round}", room);
            await cindy.SayAsync($"second {round}", room);
        }

        var said = Enumerable.Range(0, 10).SelectMany(round => (string[])[$"first {round}", $"second {round}"]).ToList();
        foreach (var person in (ChatUser[])[cindy, ethan])
        {
            var heard = new List<string>();
            await Eventually.Become(async () => { heard.AddRange(await person.HearAsync()); return heard.Count; }, count => count >= said.Count);
            Assert.Equal(said, heard);
        }
    }

    [Fact]
    public async Task A_room_and_a_direct_room_asked_for_at_two_servers_at_the_same_moment_is_there_once()
    {
        var fleet = await postgres.ShareServersAsync();
        using ChatUser cindy = await fleet.EnterNewAsync(0), ethan = await fleet.EnterNewAsync(1);

        for (var round = 0; round < 10; round++)
        {
            var opened = await Task.WhenAll(cindy.PostAsync("/api/rooms", new { name = $"Kitchen {round}" }), ethan.PostAsync("/api/rooms", new { name = $"kitchen {round}" }));
            Assert.Equal([201, 409], opened.Select(answer => answer.Status).Order());
        }
        var direct = await Task.WhenAll(cindy.AskDirectAsync(ethan.Name), ethan.AskDirectAsync(cindy.Name));
        Assert.Equal(direct[0].Id, direct[1].Id);
    }

    [Fact]
    public async Task An_invitation_of_one_server_is_good_at_another_and_nobody_else_sees_the_room()
    {
        var fleet = await postgres.ShareServersAsync();
        using ChatUser cindy = await fleet.EnterNewAsync(0), ethan = await fleet.EnterNewAsync(1), zoe = await fleet.EnterNewAsync(1);
        var room = await cindy.OpenRoomAsync("Surprise", isPrivate: true);
        (await ethan.GetAsync($"/api/rooms/{room}/messages")).IsRefused(404, "not-found");

        await cindy.InviteAsync(room, ethan);
        await ethan.SayAsync("for whom?", room);

        (await zoe.GetAsync($"/api/rooms/{room}/messages")).IsRefused(404, "not-found");
        (await fleet.At(0, zoe).PostAsync($"/api/rooms/{room}/join")).IsRefused(404, "not-found");
        (await ethan.PostAsync($"/api/rooms/{room}/leave")).Is(204);
        using var elsewhere = fleet.At(0, ethan);
        await Eventually.Become(async () => (await elsewhere.GetAsync($"/api/rooms/{room}/messages")).Status, status => status == 404);
    }

    [Fact]
    public async Task A_nonce_sent_to_two_servers_at_the_same_moment_is_one_message()
    {
        var fleet = await postgres.ShareServersAsync();
        using var cindy = await fleet.EnterNewAsync(0);
        using var elsewhere = fleet.At(1, cindy);

        for (var round = 0; round < 20; round++)
        {
            var message = new { text = $"message {round}", nonce = $"nonce {round}" };
            var answers = await Task.WhenAll(cindy.PostAsync("/api/rooms/1/messages", message), elsewhere.PostAsync("/api/rooms/1/messages", message));
            Assert.Equal([200, 201], answers.Select(answer => answer.Status).Order());
            Assert.Equal(answers[0].Id, answers[1].Id);
        }
        Assert.Equal(Enumerable.Range(0, 20).Select(round => $"message {round}"), await cindy.HearAsync());
    }

    [Fact]
    public async Task Afterthoughts_at_another_server_reach_everybody()
    {
        var fleet = await postgres.ShareServersAsync();
        using ChatUser cindy = await fleet.EnterNewAsync(0), ethan = await fleet.EnterNewAsync(1);
        using var elsewhere = fleet.At(1, cindy);
        var (edited, deleted) = (await cindy.SayAsync("Spagetti"), await cindy.SayAsync("never mind"));

        (await elsewhere.PatchAsync($"/api/messages/{edited}", new { text = "Spaghetti" })).Is(200);
        (await elsewhere.DeleteAsync($"/api/messages/{deleted}")).Is(204);
        (await ethan.PutAsync($"/api/messages/{edited}/reactions/{Uri.EscapeDataString("🍕")}")).Is(204);

        foreach (var server in (int[])[0, 1])
        {
            using var reader = fleet.At(server, ethan);
            var message = await Eventually.Become(
                async () => (await reader.GetAsync("/api/rooms/1/messages?limit=1")).Is(200).Body["messages"]![0]!.ToJsonString(),
                message => message.Contains($"[\"{ethan.Name}\"]", StringComparison.Ordinal));
            Assert.Contains("\"Spaghetti\"", message);
        }
    }

    [Fact]
    public async Task Files_and_finds_are_the_same_everywhere()
    {
        var fleet = await postgres.ShareServersAsync();
        using ChatUser cindy = await fleet.EnterNewAsync(0), ethan = await fleet.EnterNewAsync(1);
        var bytes = new byte[200_000];
        new Random(1).NextBytes(bytes);
        var upload = (await cindy.UploadAsync("noise.bin", bytes)).Is(201).Body;

        await fleet.At(1, cindy).SayAsync("Listen to that noise", attachments: (string)upload["id"]!);

        foreach (var server in (int[])[0, 1])
        {
            using var reader = fleet.At(server, ethan);
            await Eventually.Become(async () => (await reader.GetAsync((string)upload["url"]!)).Status, status => status == 200);
            Assert.Equal(bytes, await reader.Http.GetByteArrayAsync((string)upload["url"]!));
            await Eventually.Become(async () => (await reader.GetAsync("/api/search?q=that%20noise")).Is(200).Body["messages"]!.AsArray().Count, count => count == 1);
        }
    }
}
