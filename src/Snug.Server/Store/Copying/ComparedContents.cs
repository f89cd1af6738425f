using System.Data.Common;
using System.Security.Cryptography;

namespace Snug.Server.Store.Copying;

/// <summary>Compares contents: what is in the database must have the hash that it is called by.</summary>
internal static class ComparedContents
{
    public const string Name = "contents";

    /// <summary>Reads back every content. The hash on both sides is over the names of contents, in their order.</summary>
    /// <param name="from">Where the uploads are known.</param>
    /// <param name="to">Where the contents are.</param>
    /// <param name="bad">How many could not be copied.</param>
    /// <param name="told">Called after each.</param>
    public static ComparedTable Run(IStore from, DbConnection to, int bad, Action<long> told)
    {
        using var wanted = new RowHash();
        using var intact = new RowHash();
        var (seen, absent) = (0L, 0L);
        foreach (var content in SourceContents.Pages(from).SelectMany(page => page))
        {
            var hash = HashOf(to, content.Hash);
            // Those that could not be copied are as many as are not there.
            if (hash is not null || ++absent > bad) wanted.Add(content.Hash);
            if (hash == content.Hash) intact.Add(content.Hash);
            told(++seen);
        }
        return new(Name, wanted.End(), intact.End());
    }

    // Null where nothing of it is there.
    private static string? HashOf(DbConnection connection, string content)
    {
        using var query = connection.CreateCommand();
        query.CommandText = "SELECT bytes FROM contents WHERE hash = $1 ORDER BY part";
        query.Add(0).Value = content;
        using var rows = query.ExecuteReader();
        if (!rows.Read()) return null;

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        do hash.AppendData((byte[])rows[0]);
        while (rows.Read());
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
