namespace Snug.Server.Events;

/// <summary>How the log's writer ended a request.</summary>
internal enum Committed
{
    /// <summary>Nothing of it was stored.</summary>
    No,

    /// <summary>It is on the disk, and every reader can see it.</summary>
    Yes,
}
