namespace Snug.Client;

/// <summary>Some of a longer list of messages.</summary>
/// <param name="Messages">Oldest first in a history, newest first in what a search found.</param>
/// <param name="More">Whether there are more beyond the page.</param>
public sealed record MessagePage(IReadOnlyList<Message> Messages, bool More);
