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

    /// <summary>Contents of dropped uploads that may have a file still.</summary>
    public static IReadOnlyList<string> Dropped(DbConnection connection) =>
        connection.Query("SELECT hash FROM dropped_files LIMIT $1", row => row.GetString(0), null, Limits.SweptAtOnce);

    public static bool HasContent(DbConnection connection, string hash) =>
        connection.Query("SELECT 1 FROM uploads WHERE hash = $1 LIMIT 1", row => true, null, hash).Count > 0;
}
