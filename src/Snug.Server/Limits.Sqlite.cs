namespace Snug.Server;

/// <content>Bounds of what SQLite's writer keeps.</content>
internal static partial class Limits
{
    /// <summary>Authors who are known to stand in the database: some megabyte at most, and more than write in a day.</summary>
    public const int WrittenUsers = 20_000;

    /// <summary>Pages of the database that its writer keeps in memory, in kilobytes: where the nonces of the last hundred thousand messages stand.</summary>
    public const int WriterCache = 16 * 1024;

    /// <summary>
    /// Pages of the write-ahead log before they are carried over into the database, 16 MB: a page that changes with every batch is then
    /// carried over once for some hundred of them. A larger log makes the start after a crash slower.
    /// </summary>
    public const int WriteAheadPages = 4_000;
}
