using Microsoft.Data.Sqlite;

namespace Snug.Server.Store;

/// <summary>Readings of what is known of sent files.</summary>
internal static class UploadQueries
{
    /// <summary>The uploads with these ids, in their order; those that are not there are left out.</summary>
    public static IReadOnlyList<UploadRecord> Find(SqliteConnection connection, IReadOnlyList<string> ids) =>
        [.. ids.SelectMany(id => connection.Query($"{Queries.SelectUpload} WHERE p.id = $1", Queries.ReadUpload, null, id))];
}
