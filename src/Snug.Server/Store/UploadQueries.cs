using System.Data.Common;

namespace Snug.Server.Store;

/// <summary>Readings of what is known of sent files.</summary>
internal static class UploadQueries
{
    /// <summary>The uploads with these ids, in their order; those that are not there are left out.</summary>
    public static IReadOnlyList<UploadRecord> Find(DbConnection connection, IReadOnlyList<string> ids) =>
        [.. ids.SelectMany(id => connection.Query($"{Queries.SelectUpload} WHERE p.id = $1", Queries.ReadUpload, null, id))];

    /// <summary>How many files a user has sent that are still there, and the bytes of them.</summary>
    public static (long Files, long Bytes) OfUser(DbConnection connection, long user) =>
        connection.Query("SELECT count(*), CAST(coalesce(sum(size), 0) AS bigint) FROM uploads WHERE user_id = $1", row => (row.GetInt64(0), row.GetInt64(1)), null, user)[0];

    /// <summary>The bytes of all contents, each counted once.</summary>
    public static long BytesInAll(DbConnection connection) =>
        connection.Query("SELECT CAST(coalesce(sum(size), 0) AS bigint) FROM (SELECT max(size) AS size FROM uploads GROUP BY hash) AS contents", row => row.GetInt64(0), null)[0];

    /// <summary>Contents of dropped uploads that may be there still, and of some that are being stored: a page in the order of their hashes.</summary>
    public static IReadOnlyList<string> Dropped(DbConnection connection, string after) =>
        connection.Query("SELECT hash FROM dropped_files WHERE hash > $1 ORDER BY hash LIMIT $2", row => row.GetString(0), null, after, Limits.SweptAtOnce);

    /// <summary>The servers that count as alive, where there can be several.</summary>
    public static IReadOnlyList<long> Servers(DbConnection connection) => connection.Query("SELECT id FROM servers", row => row.GetInt64(0), null);

    public static bool HasContent(DbConnection connection, string hash) =>
        connection.Query("SELECT 1 FROM uploads WHERE hash = $1 LIMIT 1", row => true, null, hash).Count > 0;
}
