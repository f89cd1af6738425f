using System.Text.Json.Nodes;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Audit;

/// <summary>A chat with people who write and read through all of its servers: in the lobby, in public and private rooms, and among themselves.</summary>
internal sealed class AuditedChat : IDisposable
{
    private const int Writers = 6, Listeners = 2, Rooms = 5, DirectRooms = 3;

    // Longer than a post commonly waits for a database that is away, and than a reader asks a server to wait.
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(6), Patience = TimeSpan.FromSeconds(90);

    private readonly HttpClient http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { Timeout = RequestTimeout };
    private readonly CancellationTokenSource stop = new();
    private readonly ServerFleet fleet;
    private readonly Tally tally;
    private readonly Random random;
    private readonly List<AuditWriter> writers = [];
    private readonly List<AuditReader> readers = [];

    private AuditedChat(ServerFleet fleet, Tally tally, Random random) => (this.fleet, this.tally, this.random) = (fleet, tally, random);

    /// <summary>Brings everybody in and opens the rooms, each request at any server.</summary>
    public static async Task<AuditedChat> OpenAsync(ServerFleet fleet, Tally tally, int seed)
    {
        var chat = new AuditedChat(fleet, tally, new Random(seed));
        var people = new List<AuditPerson>();
        for (var i = 0; i < Writers + Listeners; i++)
        {
            people.Add(new AuditPerson(chat.http, fleet, tally) { Rooms = { ChatUser.Lobby } });
            await people[i].EnterAsync(i < Writers ? $"writer{i}" : $"listener{i}", chat.random);
        }
        for (var i = 0; i < Rooms; i++) await chat.OpenRoomAsync(people, $"room{i}", isPrivate: i % 2 == 1);
        for (var i = 0; i < DirectRooms; i++) await chat.OpenDirectRoomAsync(people);

        chat.writers.AddRange(people.Take(Writers).Select(person => new AuditWriter(person, fleet, tally, new Random(chat.random.Next()))));
        chat.readers.AddRange(people.Select(person => new AuditReader(person, fleet, tally, new Random(chat.random.Next()))));
        return chat;
    }

    /// <summary>Has everybody talk while something is done to the chat, and then compares what everybody said and heard.</summary>
    /// <param name="makeTrouble">Does it; told to end where somebody has met a fault.</param>
    public async Task AuditAsync(Func<CancellationToken, Task> makeTrouble)
    {
        var trouble = makeTrouble(stop.Token);
        var writing = writers.ConvertAll(writer => writer.WriteAsync(stop.Token));
        var reading = readers.ConvertAll(reader => reader.ReadAsync(stop.Token));
        // Whoever meets a fault ends the audit at once.
        foreach (var one in (Task[])[.. writing, .. reading]) _ = one.ContinueWith(_ => stop.Cancel(), TaskContinuationOptions.OnlyOnFaulted);
        await Task.WhenAny([trouble, .. writing, .. reading]);
        await stop.CancelAsync();
        await Task.WhenAll([.. writing, .. reading, trouble]).WaitAsync(Patience, TimeProvider.System);

        var last = await SayLastAsync();
        var order = await ReadHistoriesAsync(last);
        foreach (var reader in readers) await reader.ReadUntilAsync(order.Last(said => reader.Person.Rooms.Contains(said.Room)).Id);
        Auditor.CheckOrder(order);
        Auditor.CheckPosts([.. writers.SelectMany(writer => writer.Posts)], order);
        foreach (var reader in readers) Auditor.CheckReader(reader.Person.Name, reader.Person.Rooms, reader.Heard, order);
        tally.Count("audits passed");
    }

    public void Dispose()
    {
        stop.Dispose();
        http.Dispose();
    }

    private async Task OpenRoomAsync(List<AuditPerson> people, string name, bool isPrivate)
    {
        var host = people[random.Next(Writers)];
        var room = (await host.AskAsync(random, HttpMethod.Post, "/api/rooms", new Dictionary<string, object> { ["name"] = name, ["private"] = isPrivate })).Is(201).Id;
        host.Rooms.Add(room);
        foreach (var person in people.Where(person => person != host && random.Next(2) == 0))
        {
            if (isPrivate) (await host.AskAsync(random, HttpMethod.Post, $"/api/rooms/{room}/invite", new { name = person.Name })).Is(204);
            else (await person.AskAsync(random, HttpMethod.Post, $"/api/rooms/{room}/join")).Is(204);
            person.Rooms.Add(room);
        }
    }

    private async Task OpenDirectRoomAsync(List<AuditPerson> people)
    {
        var some = random.GetItems(people.ToArray(), 4).Distinct().Prepend(people[random.Next(Writers)]).Distinct().ToList();
        var answer = await some[0].AskAsync(random, HttpMethod.Post, "/api/direct", new { with = some.Skip(1).Select(person => person.Name) });
        Assert.True(answer.Status is 200 or 201, answer.Text);
        foreach (var person in some) person.Rooms.Add(answer.Id);
    }

    // What was given up may be stored later still: up to the last of these the order is settled.
    private async Task<long> SayLastAsync()
    {
        var last = 0L;
        foreach (var room in writers.SelectMany(writer => writer.Person.Rooms).Distinct()) last = Math.Max(last, await writers.First(writer => writer.Person.Rooms.Contains(room)).SayInAsync(room));
        return last;
    }

    // The history of each room, the same from each server.
    private async Task<List<Said>> ReadHistoriesAsync(long last)
    {
        List<Said>? all = null;
        foreach (var server in fleet.Running)
        {
            var order = new List<Said>();
            foreach (var room in writers.SelectMany(writer => writer.Person.Rooms).Distinct()) order.AddRange(await ReadHistoryAsync(server, room));
            order = [.. order.Where(said => said.Id <= last).OrderBy(said => said.Id)];
            all ??= order;
            Auditor.CheckSame("the histories of two servers", all, order);
        }
        return all!;
    }

    private async Task<List<Said>> ReadHistoryAsync(FleetServer server, long room)
    {
        var member = writers.First(writer => writer.Person.Rooms.Contains(room)).Person;
        var pages = new List<IEnumerable<Said>>();
        for (var (before, more) = (long.MaxValue, true); more;)
        {
            var page = (await member.TryAskAsync(server, HttpMethod.Get, $"/api/rooms/{room}/messages?before={before}&limit=200"))!.Is(200).Body;
            var messages = page["messages"]!.AsArray().Select(message => Understand(message!)).ToList();
            pages.Add(messages);
            (before, more) = (messages[0].Id, (bool)page["more"]!);
        }
        return [.. pages.AsEnumerable().Reverse().SelectMany(page => page)];
    }

    private static Said Understand(JsonNode message)
    {
        var name = string.Intern((string)message["from"]!["name"]!);
        return new((long)message["id"]!, (long)message["room"]!, name, AuditReader.NumberOf(name, (string)message["text"]!));
    }
}
