using Microsoft.Data.Sqlite;
using Snug.Protocol;

namespace Snug.Server.Store;

/// <summary>A message as the index is to have it; without a text it is taken out.</summary>
internal sealed record SearchEntry(long Message, long Room, string? Text);

/// <summary>
/// Which messages contain a text, in a database of its own beside the log: it is fed behind the log and keeps nobody waiting,
/// and where it is damaged or another chat's it is made anew. One thread writes at a time, any may read. All calls block.
/// </summary>
internal sealed class SearchIndex : IDisposable
{
    private const int Version = 1;

    private readonly string connectionString;
    private readonly SqliteConnection connection;
    private long upTo;

    /// <exception cref="StoreException">It cannot be written.</exception>
    public SearchIndex(DataFolder folder, World world, IStore store)
    {
        var path = Path.Combine(folder.Path, "search.db");
        connectionString = new SqliteConnectionStringBuilder { DataSource = path, DefaultTimeout = 10 }.ToString();
        try
        {
            connection = Open(path, store.Id, world.LastId) ?? Renew(path, store.Id);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the search index {path} cannot be used: {LineText.OneLine(failure.Message)}", failure);
        }
    }

    /// <summary>The newest event that the index knows of.</summary>
    public long UpTo => Volatile.Read(ref upTo);

    /// <summary>Takes in what has become of some messages.</summary>
    /// <param name="entries">Each message once.</param>
    /// <param name="newest">The event up to which all is known then.</param>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public void Write(IReadOnlyCollection<SearchEntry> entries, long newest)
    {
        try
        {
            using var transaction = connection.BeginTransaction();
            using var sql = new Statements(connection) { Transaction = transaction };
            foreach (var entry in entries) Write(sql, entry);
            sql.Run("UPDATE progress SET up_to = $1", newest);
            transaction.Commit();
            Volatile.Write(ref upTo, newest);
        }
        catch (SqliteException failure)
        {
            throw new StoreException($"the search index could not be written: {LineText.OneLine(failure.Message)}", failure);
        }
    }

    /// <summary>Messages before one of them that may contain a text, newest first.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public IReadOnlyList<long> Find(SearchTerms terms, long before, int limit)
    {
        try
        {
            using var reader = new SqliteConnection(connectionString);
            reader.Open();
            return reader.Query(
                $"SELECT rowid FROM {terms.Table} WHERE {terms.Table} MATCH $1 AND rowid < $2 ORDER BY rowid DESC LIMIT $3",
                row => row.GetInt64(0), null, terms.Match, before, limit);
        }
        catch (SqliteException failure)
        {
            throw new StoreException($"the search index could not be read: {LineText.OneLine(failure.Message)}", failure);
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        using var pooled = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(pooled);
    }

    private void Write(Statements sql, SearchEntry entry)
    {
        if (entry.Message <= upTo)
        {
            sql.Run("DELETE FROM trigrams WHERE rowid = $1", entry.Message);
            sql.Run("DELETE FROM symbols WHERE rowid = $1", entry.Message);
        }
        if (entry.Text is null) return;
        sql.Run("INSERT INTO trigrams (rowid, room, text) VALUES ($1, $2, $3)", entry.Message, SearchTerms.RoomOf(entry.Room), entry.Text);
        if (SearchTerms.SymbolsOf(entry.Text, entry.Room) is not "" and var symbols) sql.Run("INSERT INTO symbols (rowid, text) VALUES ($1, $2)", entry.Message, symbols);
    }

    // Null when it is not there, or of no use for this log.
    private SqliteConnection? Open(string path, string chat, long lastId)
    {
        if (!File.Exists(path)) return null;
        var opened = new SqliteConnection(connectionString);
        try
        {
            opened.Open();
            Run(opened, Setup);
            var known = opened.Query("SELECT chat, up_to FROM progress WHERE version = $1", row => (Chat: row.GetString(0), UpTo: row.GetInt64(1)), null, Version);
            if (known is [var one] && one.Chat == chat && one.UpTo <= lastId)
            {
                upTo = one.UpTo;
                return opened;
            }
        }
        catch (SqliteException)
        {
            // Damaged, or not made to its end.
        }
        opened.Dispose();
        SqliteConnection.ClearPool(opened);
        return null;
    }

    private SqliteConnection Renew(string path, string chat)
    {
        foreach (var left in new[] { path, path + "-wal", path + "-shm" }) File.Delete(left);
        var made = new SqliteConnection(connectionString);
        made.Open();
        Run(made, Setup);
        Run(made, Tables);
        made.Query("INSERT INTO progress VALUES ($1, $2, 0) RETURNING 1", row => 0, null, Version, chat);
        return made;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // What a power failure takes from it is taken in again.
    private const string Setup = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL";

    // Only the index is kept, not the texts: the log has them. A symbol is looked up alone, so where it stands is of no use.
    private const string Tables = """
        CREATE VIRTUAL TABLE trigrams USING fts5 (room, text, content = '', contentless_delete = 1, tokenize = 'trigram');
        CREATE VIRTUAL TABLE symbols USING fts5 (text, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');
        CREATE TABLE progress (version INTEGER NOT NULL, chat TEXT NOT NULL, up_to INTEGER NOT NULL);
        """;
}
