using Npgsql;

namespace Snug.Server.Store.Postgres;

/// <summary>Changes of any kind, one statement after the other.</summary>
internal sealed class ChangeBatch(IReadOnlyList<Change> changes) : Batch
{
    private readonly Outcome[] outcomes = new Outcome[changes.Count];
    private long before;

    public override Appended Write(NpgsqlConnection connection, Turn turn)
    {
        using var transaction = connection.BeginTransaction();
        using var sql = new Statements(connection) { Transaction = transaction };
        if (sql.Read(Turn.Take, turn.Server, turn.Batch) is null) throw new ServerLostException();

        before = (long)sql.Read("SELECT last FROM log FOR UPDATE")!;
        var last = before;
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Write(sql, turn.Server, last + 1, changes[i]);
            if (outcomes[i] is Outcome.Happened or Outcome.Done { Id: > 0 }) last++;
        }
        if (last > before) sql.Run("UPDATE log SET last = $1", last);
        sql.Run(Turn.End, turn.Server, turn.Batch);
        transaction.Commit();
        return new(outcomes, last, before);
    }

    public override Appended Recover(NpgsqlConnection connection, long upTo) => new(outcomes, upTo, before);

    private static Outcome Write(Statements sql, long server, long id, Change change)
    {
        if (change is Probe) return new Outcome.Done();
        var outcome = PresenceWriter.Write(sql, server, change) ?? ContentWriter.Write(sql, change) ?? ChangeWriter.Write(sql, id, change);
        if (outcome is not Outcome.Done || change is not SharedChange shared) return outcome;

        sql.Run($"INSERT INTO journal (id, server, at, change) VALUES ($1, $2, {Turn.Now}, $3)", id, server, shared.ToJson());
        return new Outcome.Done(id);
    }
}
