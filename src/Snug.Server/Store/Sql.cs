using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Snug.Server.Store;

/// <summary>How values stand in a database, and how they are asked for: the same in SQLite and in PostgreSQL.</summary>
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

    public static DateTime Time(this DbDataReader row, int column) =>
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column)).UtcDateTime;

    public static string? Text(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static long? Number(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    public static T Word<T>(this DbDataReader row, int column) where T : struct, Enum =>
        Enum.Parse<T>(row.GetString(column), ignoreCase: true);

    /// <summary>Runs a query and reads each row. Parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
    public static List<T> Query<T>(
        this DbConnection connection, string sql, Func<DbDataReader, T> read, DbTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Add(i).Value = ToValue(values[i]);

        var found = new List<T>();
        using var rows = command.ExecuteReader();
        while (rows.Read()) found.Add(read(rows));
        return found;
    }

    /// <summary>Adds the parameter that stands at a place, counted from 0: PostgreSQL knows them by their place, SQLite by a name.</summary>
    public static DbParameter Add(this DbCommand command, int place)
    {
        var parameter = command.CreateParameter();
        if (command is SqliteCommand) parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"${place + 1}");
        command.Parameters.Add(parameter);
        return parameter;
    }
}
