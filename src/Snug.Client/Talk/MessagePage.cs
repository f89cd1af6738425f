namespace Snug.Client;

/// <summary>Some of a longer list of messages.</summary>
/// <param name="Messages">Oldest first in a history, newest first in what a search found.</param>
/// <param name="More">Whether there are more beyond the page.</param>
/// <param name="Next">Where a search goes on: a page may be empty and still not the last; null in a history.</param>
public sealed record MessagePage(IReadOnlyList<Message> Messages, bool More, long? Next = null);
