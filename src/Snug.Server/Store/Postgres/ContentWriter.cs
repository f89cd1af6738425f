namespace Snug.Server.Store.Postgres;

/// <summary>What the log decides about contents in the database: which of them a row may name, and which go.</summary>
internal static class ContentWriter
{
    // Somebody who is storing parts holds the note: it is for the next time then, and the log waits for nobody.
    private const string LockNote = "SELECT 1 FROM dropped_files WHERE hash = $1 FOR UPDATE SKIP LOCKED";
    private const string DropNote = "DELETE FROM dropped_files WHERE hash = $1";

    /// <returns>Null where the change is still to be written by others.</returns>
    public static Outcome? Write(Statements sql, Change change)
    {
        switch (change)
        {
            case AddUpload { Parts: > 0 } added:
                // Since they were stored they may have been taken away; from here on they are not, as a row needs them.
                if (sql.Read("SELECT count(*) FROM contents WHERE hash = $1", added.Upload.Hash) is not long parts || parts != added.Parts) return new Outcome.Moot();
                if (sql.Read(LockNote, added.Upload.Hash) is not null) sql.Run(DropNote, added.Upload.Hash);
                return null;
            case DropContent { Hash: var hash }:
                return Drop(sql, hash);
            default:
                return null;
        }
    }

    // The note goes last: what is half gone is found again.
    private static Outcome Drop(Statements sql, string hash)
    {
        if (sql.Read(LockNote, hash) is null) return new Outcome.Moot();

        var isNeeded = sql.Read("SELECT 1 FROM uploads WHERE hash = $1 LIMIT 1", hash) is not null;
        const string dropSome = "DELETE FROM contents WHERE hash = $1 AND part IN (SELECT part FROM contents WHERE hash = $1 LIMIT $2)";
        if (!isNeeded && sql.Run(dropSome, hash, Limits.PartsDroppedAtOnce) > 0) return new Outcome.Done();
        sql.Run(DropNote, hash);
        return new Outcome.Moot();
    }
}
