using Microsoft.Data.Sqlite;

namespace Snug.Server.Store;

/// <summary>Writes changes inside a transaction and gives ids to the events they make.</summary>
internal sealed class ChangeWriter(SqliteConnection connection, long lastId) : IDisposable
{
    private readonly Statements sql = new(connection);

    /// <summary>The id of the newest event.</summary>
    public long LastId { get; private set; } = lastId;

    public IReadOnlyList<Outcome> WriteAll(IReadOnlyList<Change> changes)
    {
        var before = LastId;
        using var transaction = connection.BeginTransaction(deferred: false);
        sql.Transaction = transaction;
        try
        {
            var outcomes = new Outcome[changes.Count];
            for (var i = 0; i < outcomes.Length; i++) outcomes[i] = Write(changes[i]);
            transaction.Commit();
            return outcomes;
        }
        catch
        {
            LastId = before;
            throw;
        }
    }

    public void Dispose() => sql.Dispose();

    private Outcome Write(Change change)
    {
        var id = LastId + 1;
        var outcome = change switch
        {
            PostMessage post => MessageWriter.Post(sql, connection, id, post),
            EditMessage edit => MessageWriter.Edit(sql, connection, id, edit),
            DeleteMessage delete => MessageWriter.Delete(sql, id, delete),
            React reaction => MessageWriter.React(sql, id, reaction),
            OpenRoom open => RoomWriter.Open(sql, id, open),
            ChangeRoom changed => RoomWriter.Change(sql, id, changed),
            JoinRoom join => RoomWriter.Join(sql, id, join),
            LeaveRoom leave => RoomWriter.Leave(sql, id, leave),
            ReadRoom read => RoomWriter.Read(sql, id, read),
            _ => AccountWriter.Write(sql, change),
        };
        if (outcome is Outcome.Happened) LastId = id;
        return outcome;
    }
}
