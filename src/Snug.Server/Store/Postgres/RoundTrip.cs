using Npgsql;

namespace Snug.Server.Store.Postgres;

/// <summary>Several statements in one round trip.</summary>
internal static class RoundTrip
{
    /// <summary>Adds a statement, whose parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
    public static void Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value is long number ? new NpgsqlParameter<long> { TypedValue = number } : new NpgsqlParameter { Value = value });
        batch.BatchCommands.Add(command);
    }
}
