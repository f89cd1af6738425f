using System.Data.Common;
using System.Security.Cryptography;
using Snug.Server.Store.Contents;

namespace Snug.Server.Store.Postgres;

/// <summary>
/// A content in the database, in parts. They are stored before the content's row and outside the log; so that none is left
/// without anybody knowing, each goes in only while the content is noted in <c>dropped_files</c>, and what is noted there without
/// being needed is taken away by <see cref="ContentWriter"/>, note and parts at once.
/// </summary>
internal static class ContentParts
{
    /// <summary>How many parts a content of so many bytes has.</summary>
    public static int Count(long size) => (int)((size + Limits.ContentPart - 1) / Limits.ContentPart);

    /// <summary>Stores a file, or what is missing of it. Others may store the same at the same time, and the sweeper may take it away: whether all of it is there the row's transaction sees.</summary>
    public static bool Store(DbConnection connection, string path, ReceivedFile file, CancellationToken cancel)
    {
        var parts = Count(file.Size);
        if (connection.Query("SELECT count(*) FROM contents WHERE hash = $1", row => row.GetInt64(0), null, file.Hash)[0] == parts) return true;

        connection.Query("INSERT INTO dropped_files (hash) VALUES ($1) ON CONFLICT DO NOTHING RETURNING 1", row => 0, null, file.Hash);
        using var bytes = ContentFolder.Try(() => File.OpenHandle(path));
        for (var part = 0; part < parts; part++)
        {
            cancel.ThrowIfCancellationRequested();
            var offset = (long)part * Limits.ContentPart;
            var piece = new byte[Math.Min(Limits.ContentPart, file.Size - offset)];
            ContentFolder.Try(() => ReadAll(bytes, piece, offset));
            // One statement: a lock that is not held across the network holds nobody up. Its commit waits for no disk and no standby: the
            // row's commit, which comes later in the database's own log, waits for all before it.
            var noted = connection.Query(
                """
                WITH note AS (SELECT 1 FROM dropped_files WHERE hash = $1 FOR SHARE),
                    added AS (INSERT INTO contents (hash, part, bytes) SELECT $1, $2, $3 FROM note ON CONFLICT DO NOTHING)
                SELECT (SELECT count(*) FROM note), set_config('synchronous_commit', 'off', true)
                """,
                row => row.GetInt64(0), null, file.Hash, (long)part, piece);
            if (noted[0] == 0) return false;
        }
        return true;
    }

    /// <summary>Writes a content to a file.</summary>
    /// <returns>False where it is not there.</returns>
    /// <exception cref="StoreException">It is not what it was, or the disk does not take it.</exception>
    public static bool Fetch(DbConnection connection, UploadRecord wanted, string path)
    {
        using var file = ContentFolder.Try(() => File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        long size = 0;
        for (var part = 0; part < Count(wanted.Size); part++)
        {
            var found = connection.Query(
                "SELECT bytes FROM contents WHERE hash = $1 AND part = $2", row => row.GetFieldValue<byte[]>(0), null, wanted.Hash, (long)part);
            if (found is not [var piece]) return false;
            hash.AppendData(piece);
            ContentFolder.Try(() => RandomAccess.Write(file, piece, size));
            size += piece.Length;
        }
        // What has its place must be whole even after the power failed.
        ContentFolder.Try(() => RandomAccess.FlushToDisk(file));
        return Convert.ToHexStringLower(hash.GetHashAndReset()) == wanted.Hash ? true
            : throw new StoreException($"the content {wanted.Hash} is not in the database as it was stored");
    }

    private static void ReadAll(Microsoft.Win32.SafeHandles.SafeFileHandle file, byte[] into, long offset)
    {
        for (var count = 0; count < into.Length;)
            count += RandomAccess.Read(file, into.AsSpan(count), offset + count) is > 0 and var more ? more : throw new EndOfStreamException("a file that has come in was cut off");
    }
}
