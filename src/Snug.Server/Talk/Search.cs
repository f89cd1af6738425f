using System.Data.Common;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <param name="Next">Where the next page begins, as its <c>before</c>; null where there is none.</param>
internal sealed record Finds(IReadOnlyList<MessageRecord> Messages, long? Next);

/// <summary>Finds what was said in the rooms that the asker may see, without regard to case, newest first.</summary>
internal sealed class Search(ChatState state, Log log, SearchIndex index) : IDisposable
{
    private readonly Turns turns = new(Limits.SearchesAtOnce, Limits.SearchesAtOnceInAll);

    public async Task<Answer<Finds>> FindAsync(Session session, string? text, long? room, long? before, CancellationToken cancel)
    {
        var asker = session.Person;
        if (MessageText.ReadLine(text ?? "", Limits.SearchText) is not { Length: > 0 } wanted)
            return Refusal.Invalid("invalid-query", $"what to search for has 1 to {Limits.SearchText} characters");
        if (room is { } id && state.RoomFor(asker, id) is null) return Refusal.NotFound;
        using var turn = await turns.TakeAsync(asker, cancel);
        if (turn is null) return Refusal.TooManySearches;

        return await log.ReadAsync(connection => Find(connection, asker, new(wanted, room, before ?? long.MaxValue)), cancel);
    }

    public void Dispose() => turns.Dispose();

    private Finds Find(DbConnection connection, Person asker, SearchWalk walk)
    {
        var rooms = state.Rooms.Where(room => (walk.Room ?? room.Id) == room.Id && asker.MaySee(room)).Select(room => room.Id).ToHashSet();
        var found = new List<long>();
        var looks = 0;
        long? next = null;
        // The index may know too much, of what was edited or deleted since: each text is looked at as it stands.
        foreach (var (id, room, text) in walk.Candidates(connection, index))
        {
            var isFind = rooms.Contains(room) && text.Contains(walk.Text, StringComparison.OrdinalIgnoreCase);
            if (++looks > Limits.SearchLooks || (isFind && found.Count == Limits.SearchPage))
            {
                next = id + 1;
                break;
            }
            if (isFind) found.Add(id);
        }
        var messages = Queries.Messages(connection, found);
        messages.Reverse();
        return new(messages, next);
    }
}
