namespace Snug.Server.Store.Copying;

/// <summary>What has become of a copy.</summary>
/// <param name="Tables">Table by table what stands on both sides; null where servers have gone on writing since the copy.</param>
/// <param name="BadFiles">Contents that are not in the database, because their files are missing or damaged.</param>
/// <param name="IsComplete">Servers may use the database, and may have done so.</param>
internal sealed record CopyResult(IReadOnlyList<ComparedTable>? Tables, int BadFiles, bool IsComplete)
{
    /// <summary>Both sides were compared, and are the same.</summary>
    public bool IsEqual => Tables?.All(table => table.IsEqual) == true;
}

/// <summary>A table on both sides.</summary>
internal sealed record ComparedTable(string Name, TableDigest From, TableDigest To)
{
    public bool IsEqual => From == To;
}

/// <param name="Rows">How many there are.</param>
/// <param name="Hash">SHA-256 of all of them in the order of their keys, in hexadecimal.</param>
internal sealed record TableDigest(long Rows, string Hash);
