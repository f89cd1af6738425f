using Snug.Tests.Running;

namespace Snug.Tests.Http.Audit;

/// <summary>A busy chat by both doors, and an auditor who afterwards compares what everyone heard with what was said.</summary>
public class AuditTests
{
    private const int Readers = 200, LineReaders = 30, Latecomers = 15, Writers = 20, LineWriters = 5, MessagesEach = 40;

    [Theory]
    [InlineData(1)]
    [InlineData(20_26)]
    public async Task Everyone_hears_all_they_may_once_in_one_order_and_nothing_else(int seed)
    {
        await using var server = await TestServer.StartAsync();
        var random = new Random(seed);
        var rooms = new Dictionary<long, ChatUser>();
        for (var i = 0; i < 6; i++)
        {
            var host = await server.EnterHttpAsync($"host{i}");
            rooms[await host.OpenRoomAsync($"room {i}", isPrivate: i % 2 == 0)] = host;
        }

        var readers = new List<Reader>();
        for (var i = 0; i < Readers; i++) readers.Add(await BringReaderAsync(server, rooms, i, random));
        var writers = new List<Writer>();
        for (var i = 0; i < Writers; i++) writers.Add(await BringWriterAsync(server, rooms, i, random));
        var writing = Task.WhenAll(writers.Select(writer => writer.WriteAsync(MessagesEach)));
        var reading = readers.ConvertAll(reader => reader.ReadAsync(writing));
        for (var i = 0; i < Latecomers; i++)
        {
            readers.Add(await BringReaderAsync(server, rooms, Readers + i, random, isLate: true));
            reading.Add(readers[^1].ReadAsync(writing));
        }
        await Task.WhenAll(reading.Append(writing));

        var order = await ReadLogAsync(rooms);
        Assert.Equal(Writers * MessagesEach, order.Count);
        foreach (var writer in writers) Auditor.CheckWriter(writer, order);
        foreach (var reader in readers) Auditor.CheckReader(reader, order);
        foreach (var one in readers.Cast<IDisposable>().Concat(writers).Concat(rooms.Values)) one.Dispose();
    }

    private static async Task<Reader> BringReaderAsync(TestServer server, Dictionary<long, ChatUser> rooms, int number, Random random, bool isLate = false)
    {
        var name = $"reader{number}";
        if (number < LineReaders) return new LineReader(await server.EnterAsync(name)) { Name = name, Rooms = [ChatUser.Lobby] };

        var user = await server.EnterHttpAsync(name);
        var own = rooms.Keys.Where(_ => random.Next(2) == 0).ToList();
        foreach (var room in own) await rooms[room].InviteAsync(room, user);
        return new HttpReader(user, server, new Random(random.Next())) { Name = name, Rooms = [ChatUser.Lobby, .. own], IsLate = isLate };
    }

    private static async Task<Writer> BringWriterAsync(TestServer server, Dictionary<long, ChatUser> rooms, int number, Random random)
    {
        var name = $"writer{number}";
        if (number < LineWriters) return new LineWriter(await server.EnterAsync(name)) { Name = name };

        var user = await server.EnterHttpAsync(name);
        foreach (var (room, host) in rooms) await host.InviteAsync(room, user);
        return new HttpWriter(user, [ChatUser.Lobby, .. rooms.Keys], server, new Random(random.Next())) { Name = name };
    }

    // All that was said, as the history of each room has it, in the one order.
    private static async Task<List<Said>> ReadLogAsync(Dictionary<long, ChatUser> rooms)
    {
        var log = new List<Said>();
        foreach (var (room, host) in rooms.Prepend(new(ChatUser.Lobby, rooms.Values.First())))
        {
            var (before, more) = (long.MaxValue, true);
            while (more)
            {
                var page = (await host.GetAsync($"/api/rooms/{room}/messages?before={before}&limit=200")).Is(200).Body;
                log.AddRange(page["messages"]!.AsArray().Select(message => new Said((long)message!["id"]!, room, (string)message["from"]!["name"]!, (string)message["text"]!)));
                (before, more) = ((long)page["messages"]![0]!["id"]!, (bool)page["more"]!);
            }
        }
        return [.. log.OrderBy(said => said.Id)];
    }
}
