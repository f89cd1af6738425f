using Npgsql;

namespace Snug.Server.Store.Postgres;

/// <summary>What is written in one turn.</summary>
internal abstract class Batch
{
    /// <summary>Writes it, and when this returns it is committed.</summary>
    /// <exception cref="ServerLostException">The others took this server for dead.</exception>
    public abstract Appended Write(NpgsqlConnection connection, Turn turn);

    /// <summary>What became of it, when it was written and the answer got lost.</summary>
    /// <param name="upTo">The newest id of the log after it.</param>
    public abstract Appended Recover(NpgsqlConnection connection, long upTo);
}
