namespace Snug.Server;

/// <content>Copying a chat from a data folder into PostgreSQL.</content>
internal static partial class Limits
{
    /// <summary>Rows copied in one transaction: less than a second of work, which a break loses at most.</summary>
    public const int CopyRows = 20_000;

    /// <summary>Contents of files looked up at once: some kilobytes of their names.</summary>
    public const int CopiedContents = 500;

    /// <summary>The longest that a statement may take, which may sort or empty a whole table.</summary>
    public static readonly TimeSpan CopyStatement = TimeSpan.FromMinutes(10);

    /// <summary>How long a copy waits for another one: PostgreSQL needs a moment to notice that one was broken off.</summary>
    public static readonly TimeSpan CopyLock = TimeSpan.FromSeconds(10);

    /// <summary>How often a copy tells how far it is.</summary>
    public static readonly TimeSpan CopyTold = TimeSpan.FromSeconds(2);
}
