using Microsoft.Data.Sqlite;

namespace Snug.Server.Store;

/// <summary>The write connection's statements, each prepared once. Used by the log's writer alone.</summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> prepared = new(StringComparer.Ordinal);

    /// <summary>The transaction that everything runs in.</summary>
    public SqliteTransaction? Transaction { get; set; }

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    /// <param name="sql">A constant: it is kept. Its parameters are <c>$1</c>, <c>$2</c> and so on.</param>
    /// <param name="values">In the order of the numbers; null is NULL, a <see cref="DateTime"/> milliseconds since 1970.</param>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The first value of the first row; null where there is none.</summary>
    public object? Read(string sql, params ReadOnlySpan<object?> values) =>
        Bind(sql, values).ExecuteScalar() is var found and not DBNull ? found : null;

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
    }

    private SqliteCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            prepared[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Parameters.Add(new SqliteParameter { ParameterName = $"${i + 1}" });
        }
        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = Sql.ToValue(values[i]);
        return command;
    }
}
