namespace Snug.Server.Store;

/// <summary>What is known of sent files; none of it is an event.</summary>
internal static class UploadWriter
{
    // The same rows for both statements that drop uploads.
    private const string Unused = "SELECT id FROM uploads WHERE message IS NULL AND at < $1 ORDER BY at, id LIMIT $2";

    public static Outcome Write(Statements sql, Change change)
    {
        switch (change)
        {
            case AddUpload { Upload: var upload } added:
                sql.Run(
                    "INSERT INTO uploads (id, user_id, name, type, size, hash, at) VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    upload.Id, upload.User, upload.Name, upload.Type, upload.Size, upload.Hash, added.At);
                break;
            case DropUploads dropped:
                // The contents are noted in the same transaction: whatever happens next, no file is left without anybody knowing.
                sql.Run($"INSERT INTO dropped_files SELECT DISTINCT hash FROM uploads WHERE id IN ({Unused}) ON CONFLICT DO NOTHING", dropped.Before, Limits.SweptAtOnce);
                if (sql.Run($"DELETE FROM uploads WHERE id IN ({Unused})", dropped.Before, Limits.SweptAtOnce) == 0) return new Outcome.Moot();
                break;
            case ForgetDroppedFile forgotten:
                sql.Run("DELETE FROM dropped_files WHERE hash = $1 AND ($2 OR EXISTS (SELECT 1 FROM uploads WHERE hash = $1))", forgotten.Hash, forgotten.IsGone);
                break;
        }
        return new Outcome.Done();
    }
}
