using System.Data.Common;

namespace Snug.Server.Store;

/// <summary>A connection's statements for writing, each made once. Used by one thread.</summary>
internal sealed class Statements(DbConnection connection) : IDisposable
{
    private readonly Dictionary<string, DbCommand> known = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    /// <summary>The transaction that everything runs in.</summary>
    public DbTransaction? Transaction { get; set; }

    /// <summary>Users who have been written: most of what happens is by one of them. To be emptied when the transaction is not committed.</summary>
    public HashSet<long> Users { get; } = [];

    /// <summary>Runs a statement and returns how many rows it changed.</summary>
    /// <param name="sql">A constant: it is kept. Its parameters are <c>$1</c>, <c>$2</c> and so on.</param>
    /// <param name="values">In the order of the numbers; null is NULL, a <see cref="DateTime"/> milliseconds since 1970.</param>
    public int Run(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQuery();

    /// <summary>The first value of the first row; null where there is none.</summary>
    public object? Read(string sql, params ReadOnlySpan<object?> values) =>
        Bind(sql, values).ExecuteScalar() is var found and not DBNull ? found : null;

    public void Dispose()
    {
        foreach (var command in known.Values) command.Dispose();
    }

    private DbCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!known.TryGetValue(sql, out var command))
        {
            known[sql] = command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++) command.Add(i);
        }
        command.Transaction = Transaction;
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = Sql.ToValue(values[i]);
        return command;
    }
}
