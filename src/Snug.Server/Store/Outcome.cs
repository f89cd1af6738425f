namespace Snug.Server.Store;

/// <summary>How a change ended.</summary>
internal abstract record Outcome
{
    /// <summary>It is on the disk and made no event.</summary>
    /// <param name="Id">Its place in the log, where other servers hear of it; otherwise 0.</param>
    public sealed record Done(long Id = 0) : Outcome;

    /// <summary>It is on the disk, and this is what readers hear of it.</summary>
    public sealed record Happened(EventRecord Event) : Outcome;

    /// <summary>A message with this nonce is there already.</summary>
    public sealed record Repeated(MessageRecord Message) : Outcome;

    /// <summary>A room of this key is there already.</summary>
    public sealed record Exists(long Room) : Outcome;

    /// <summary>What it was about is gone, or is so already.</summary>
    public sealed record Moot : Outcome;

    /// <summary>Nothing of it was stored: the store has failed.</summary>
    public sealed record Failed : Outcome;
}
