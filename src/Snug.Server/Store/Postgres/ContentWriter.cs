namespace Snug.Server.Store.Postgres;

/// <summary>What the log decides about contents in the database: which of them a row may name, and which go.</summary>
internal static class ContentWriter
{
    // Somebody who is storing parts holds the note: it is for the next time then, and the log waits for nobody.
    private const string Unnote = "DELETE FROM dropped_files WHERE hash IN (SELECT hash FROM dropped_files WHERE hash = $1 FOR UPDATE SKIP LOCKED)";

    /// <returns>Null where the change is still to be written by others.</returns>
    public static Outcome? Write(Statements sql, Change change)
    {
        switch (change)
        {
            case AddUpload { Parts: > 0 } added:
                // Since they were stored they may have been taken away; from here on they are not, as a row needs them.
                if (sql.Read("SELECT count(*) FROM contents WHERE hash = $1", added.Upload.Hash) is not long parts || parts != added.Parts) return new Outcome.Moot();
                sql.Run(Unnote, added.Upload.Hash);
                return null;
            case DropContent dropped:
                if (sql.Run(Unnote, dropped.Hash) == 0 || sql.Read("SELECT 1 FROM uploads WHERE hash = $1 LIMIT 1", dropped.Hash) is not null) return new Outcome.Moot();
                sql.Run("DELETE FROM contents WHERE hash = $1", dropped.Hash);
                return new Outcome.Done();
            default:
                return null;
        }
    }
}
