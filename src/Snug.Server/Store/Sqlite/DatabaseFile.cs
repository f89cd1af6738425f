using System.Buffers.Binary;

namespace Snug.Server.Store.Sqlite;

/// <summary>A database file looked at from outside, before anything may write to it.</summary>
internal static class DatabaseFile
{
    private const int HeaderBytes = 100;
    private const int ApplicationIdAt = 68;

    /// <summary>Refuses a file that is there but is no Snug database, without changing a byte of it.</summary>
    /// <remarks>The header's layout: the SQLite file format, https://www.sqlite.org/fileformat.html#the_database_header.</remarks>
    /// <exception cref="StoreException">The file is something else, or is damaged.</exception>
    public static void CheckIsOurs(string path)
    {
        if (!File.Exists(path)) return;

        var header = new byte[HeaderBytes];
        using (var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        {
            if (file.ReadAtLeast(header, HeaderBytes, throwOnEndOfStream: false) < HeaderBytes
                || !header.AsSpan().StartsWith("SQLite format 3\0"u8))
                throw new StoreException($"{path} is not a database, or is damaged; it was left as it is");
        }

        if (BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(ApplicationIdAt)) != SqliteSchema.ApplicationId)
            throw new StoreException($"{path} is the database of another program; it was left as it is");
    }
}
