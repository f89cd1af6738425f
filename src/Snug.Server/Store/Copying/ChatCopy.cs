using System.Globalization;
using System.Net.Sockets;
using Npgsql;
using Snug.Protocol;
using Snug.Server.Store.Contents;
using Snug.Server.Store.Sqlite;

namespace Snug.Server.Store.Copying;

/// <summary>Copies a single server's chat into PostgreSQL, going on where an earlier run was broken off, and compares both sides.</summary>
internal sealed class ChatCopy : IDisposable
{
    private readonly DataFolder folder;
    private readonly SqliteStore from;
    private readonly UploadFiles files;
    private readonly CopyTarget to;
    private readonly IProgress<CopyNews> progress;

    private ChatCopy(DataFolder folder, string database, IProgress<CopyNews> progress)
    {
        (this.folder, this.progress) = (folder, progress);
        from = SqliteStore.Open(folder.Database);
        try
        {
            // What a crash left half arrived takes its place.
            files = new UploadFiles(Path.Combine(folder.Path, "uploads"), from);
            to = CopyTarget.Open(database);
        }
        catch
        {
            files?.Dispose();
            from.Dispose();
            throw;
        }
    }

    /// <summary>Copies, and when this returns with equal tables, servers may use the database.</summary>
    /// <param name="data">The data folder; no server may run on it.</param>
    /// <param name="database">PostgreSQL's connection string.</param>
    /// <param name="progress">Told what happens, on the same thread.</param>
    /// <exception cref="StoreException">One of the two cannot be used or breaks. What has been copied stays, for the next run.</exception>
    public static CopyResult Run(string data, string database, IProgress<CopyNews> progress)
    {
        if (!File.Exists(Path.Combine(data, DataFolder.DatabaseName))) throw new StoreException($"there is no chat in {data}");
        using var folder = DataFolder.Take(data);
        try
        {
            using var copy = new ChatCopy(folder, database, progress);
            return copy.Run();
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or SocketException or IOException)
        {
            throw new StoreException($"the database cannot be used: {LineText.OneLine(failure.Message)}; what is copied stays there, and the same command goes on", failure);
        }
    }

    public void Dispose()
    {
        to.Dispose();
        files.Dispose();
        from.Dispose();
    }

    private CopyResult Run()
    {
        var isNew = to.Begin(from.Id);
        if (to.Completed is { } completed) return LookAgain(completed);

        if (!isNew) Remark("The copy goes on where it was broken off.");
        var result = CopyAll();
        if (!result.IsEqual)
        {
            // The chat went on between two runs, and changed what had been copied.
            foreach (var table in result.Tables!.Where(table => !table.IsEqual))
            {
                Remark($"{table.Name} has changed since it was copied: it is copied again.");
                to.Clear(table.Name);
            }
            result = CopyAll();
        }
        if (!result.IsEqual) return result;
        to.Complete(from.LastId);
        return result with { IsComplete = true };
    }

    private CopyResult LookAgain(long completed)
    {
        if (from.LastId != completed)
        {
            throw new StoreException(string.Create(CultureInfo.InvariantCulture,
                $"the chat in {folder.Path} has gone on since it was copied (it was at {completed}, and is at {from.LastId}): what happened there since then is not in the database, and nothing was changed"));
        }
        if (to.LastId == completed)
        {
            Remark("The chat was copied before; both sides are compared once more.");
            var bad = CopyContents();
            return new(Compare(bad), bad, IsComplete: true);
        }
        Remark("The chat was copied before, and servers have gone on with it in the database: there is nothing to compare. Files that were missing are looked for.");
        return new(null, CopyContents(), IsComplete: true);
    }

    private CopyResult CopyAll()
    {
        foreach (var table in CopiedTable.All)
        {
            var (total, done) = (Count(table), to.Connection.Query($"SELECT count(*) FROM {table.Name}", row => row.GetInt64(0), null)[0]);
            new TableCopy(from, to, table).Run(rows => Tell("copied", table.Name, done += rows, total));
        }
        var bad = CopyContents();
        return new(Compare(bad), bad, IsComplete: false);
    }

    private int CopyContents() => new ContentCopy(from, files, to, progress).Run();

    private List<ComparedTable> Compare(int bad)
    {
        var contents = SourceContents.Count(from);
        return
        [
            .. CopiedTable.All.Select(Compare),
            ComparedContents.Run(from, to.Connection, bad, rows => Tell("compared", ComparedContents.Name, rows, contents)),
        ];
    }

    private ComparedTable Compare(CopiedTable table)
    {
        var total = 2 * Count(table);
        var first = from.Read(connection => Hash(connection, table.KeyNames, 0));
        return new(table.Name, first, Hash(to.Connection, table.KeyOrder, first.Rows));

        TableDigest Hash(System.Data.Common.DbConnection connection, string order, long before)
        {
            using var query = connection.CreateCommand();
            query.CommandText = $"SELECT {table.ColumnNames} FROM {table.Name} ORDER BY {order}";
            return RowHash.OfTable(query, table, rows => Tell("compared", table.Name, (before + rows) / 2, total / 2));
        }
    }

    private long Count(CopiedTable table) => from.Read(connection => connection.Query($"SELECT count(*) FROM {table.Name}", row => row.GetInt64(0), null)[0]);

    private void Tell(string doing, string table, long done, long total) => progress.Report(new CopyStep(doing, table, done, total));

    private void Remark(string text) => progress.Report(new CopyRemark(text));
}
