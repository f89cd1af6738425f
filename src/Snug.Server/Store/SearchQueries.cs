using System.Data.Common;

namespace Snug.Server.Store;

/// <summary>A message that may be a find.</summary>
internal sealed record SearchCandidate(long Id, long Room, string Text);

/// <summary>What search reads of the log.</summary>
internal static class SearchQueries
{
    private const string Select = "SELECT id, room, text FROM events WHERE type = 'message' AND text IS NOT NULL";

    /// <summary>What has become of messages behind an event, each once, and the event up to which that is all.</summary>
    public static (IReadOnlyCollection<SearchEntry> Entries, long UpTo) ChangesAfter(DbConnection connection, long after, long head)
    {
        var rows = connection.Query(
            """
            SELECT e.id, m.id, m.room, m.text FROM events e JOIN events m ON m.id = coalesce(e.target, e.id)
            WHERE e.id > $1 AND e.type IN ('message', 'edited', 'deleted') ORDER BY e.id LIMIT $2
            """,
            row => (Event: row.GetInt64(0), Entry: new SearchEntry(row.GetInt64(1), row.GetInt64(2), row.Text(3))), null, after, Limits.SearchBatch);
        var isAll = rows.Count < Limits.SearchBatch;
        return ([.. rows.Select(row => row.Entry).DistinctBy(entry => entry.Message)], Math.Max(isAll ? head : 0, rows.Count > 0 ? rows[^1].Event : 0));
    }

    /// <summary>Messages between two ids, newest first.</summary>
    /// <param name="room">Only this one's; null for all.</param>
    public static List<SearchCandidate> Between(DbConnection connection, long? room, long after, long before, int limit) =>
        room is { } one
            ? connection.Query($"{Select} AND room = $1 AND id > $2 AND id < $3 ORDER BY id DESC LIMIT $4", Read, null, one, after, before, limit)
            : connection.Query($"{Select} AND id > $1 AND id < $2 ORDER BY id DESC LIMIT $3", Read, null, after, before, limit);

    public static List<SearchCandidate> OfIds(DbConnection connection, IReadOnlyCollection<long> ids) =>
        ids.Count == 0 ? [] : connection.Query($"{Select} AND id IN ({Queries.Join(ids)}) ORDER BY id DESC", Read, null);

    /// <summary>Older messages that were edited behind an event, newest first.</summary>
    public static List<long> EditedAfter(DbConnection connection, long after) =>
        connection.Query(
            "SELECT DISTINCT target FROM events WHERE id > $1 AND type = 'edited' AND target <= $1 ORDER BY target DESC LIMIT $2",
            row => row.GetInt64(0), null, after, Limits.SearchBatch);

    private static SearchCandidate Read(DbDataReader row) => new(row.GetInt64(0), row.GetInt64(1), row.GetString(2));
}
