using Microsoft.Data.Sqlite;

namespace Snug.Server.Store;

/// <summary>How values stand in the database.</summary>
internal static class Sql
{
    public static object ToValue(object? value) => value switch
    {
        null => DBNull.Value,
        DateTime at => ToMilliseconds(at),
        Enum word => word.ToString().ToLowerInvariant(),
        _ => value,
    };

    public static long ToMilliseconds(DateTime at) => new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static DateTime Time(this SqliteDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column)).UtcDateTime;

    public static string? Text(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Number(this SqliteDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static T Word<T>(this SqliteDataReader row, int column) where T : struct, Enum =>
        Enum.Parse<T>(row.GetString(column), ignoreCase: true);

    /// <summary>Runs a query and reads each row. Parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
    public static List<T> Query<T>(
        this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, SqliteTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${i + 1}", ToValue(values[i]));

        var found = new List<T>();
        using var rows = command.ExecuteReader();
        while (rows.Read()) found.Add(read(rows));
        return found;
    }
}
