using System.Security.Cryptography;
using Npgsql;
using NpgsqlTypes;
using Snug.Server.Store.Contents;

namespace Snug.Server.Store.Copying;

/// <summary>Copies the contents of files, each in a transaction of its own and only when its bytes are what its name says.</summary>
internal sealed class ContentCopy(IStore from, UploadFiles files, CopyTarget to, IProgress<CopyNews> progress)
{
    private readonly byte[] part = new byte[Limits.ContentPart];

    /// <summary>Copies those that are not there yet, and tells of each that cannot be.</summary>
    /// <returns>How many cannot be.</returns>
    /// <exception cref="NpgsqlException">The database cannot be written.</exception>
    public int Run()
    {
        var (done, bad, total) = (0L, 0, SourceContents.Count(from));
        foreach (var page in SourceContents.Pages(from))
        {
            var missing = FindMissing(page);
            done += page.Count - missing.Count;
            foreach (var content in missing)
            {
                if (TryCopy(content.Hash) is { } reason)
                {
                    bad++;
                    progress.Report(new BadFile(content.Name, files.PathOf(content.Hash), reason));
                }
                progress.Report(new CopyStep("copied", ComparedContents.Name, ++done, total));
            }
        }
        return bad;
    }

    // Those whose upload is there and whose bytes are not.
    private List<SourceContent> FindMissing(IReadOnlyList<SourceContent> page)
    {
        var missing = to.Connection.Query(
            "SELECT wanted FROM unnest($1::text[]) AS wanted WHERE NOT EXISTS (SELECT 1 FROM contents WHERE hash = wanted) AND EXISTS (SELECT 1 FROM uploads WHERE hash = wanted)",
            row => row.GetString(0), null, (object)page.Select(content => content.Hash).ToArray()).ToHashSet();
        return [.. page.Where(content => missing.Contains(content.Hash))];
    }

    // What is wrong with it; null where nothing is.
    private string? TryCopy(string hash)
    {
        FileStream file;
        try
        {
            file = File.OpenRead(files.PathOf(hash));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return "is missing";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"cannot be read ({failure.Message})";
        }

        using (file)
        using (var transaction = to.Connection.BeginTransaction())
        {
            // A server may run already, and drop the upload and its content together.
            if (to.Connection.Query("SELECT 1 FROM uploads WHERE hash = $1 LIMIT 1 FOR SHARE", row => 0, transaction, hash).Count == 0) return null;
            if (TryWrite(file, hash) is { } reason) return reason;
            transaction.Commit();
            return null;
        }
    }

    // Where it does not come to the end, nothing of it is written.
    private string? TryWrite(FileStream file, string hash)
    {
        using var found = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var writer = to.Connection.BeginBinaryImport("COPY contents (hash, part, bytes) FROM STDIN (FORMAT BINARY)");
        for (var number = 0L; ; number++)
        {
            int count;
            try
            {
                count = file.ReadAtLeast(part, part.Length, throwOnEndOfStream: false);
            }
            catch (IOException failure)
            {
                return $"cannot be read ({failure.Message})";
            }
            if (count == 0) break;

            found.AppendData(part, 0, count);
            writer.StartRow();
            writer.Write(hash, NpgsqlDbType.Text);
            writer.Write(number, NpgsqlDbType.Bigint);
            writer.Write(new ReadOnlyMemory<byte>(part, 0, count), NpgsqlDbType.Bytea);
        }
        if (Convert.ToHexStringLower(found.GetHashAndReset()) != hash) return "is damaged";
        writer.Complete();
        return null;
    }
}
