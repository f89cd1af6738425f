namespace Snug.Server.Store;

/// <summary>Some events of a stream, in order.</summary>
/// <param name="Events">Those that are still there to be told.</param>
/// <param name="UpTo">The stream holds no others up to and with this id.</param>
internal sealed record EventPage(IReadOnlyList<EventRecord> Events, long UpTo);
