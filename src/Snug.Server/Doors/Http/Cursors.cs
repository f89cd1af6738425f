using System.Globalization;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>Cursors as readers keep them: <c>chat-event</c>, so that one of another database is told from one of this.</summary>
internal sealed class Cursors(Polls polls)
{
    public string Write(long cursor) => string.Create(CultureInfo.InvariantCulture, $"{polls.ChatId}-{cursor}");

    /// <returns>Null when it is no cursor, another chat's, or from a future that this database does not know.</returns>
    public long? Read(ReadOnlySpan<char> text)
    {
        var id = polls.ChatId;
        if (text.Length <= id.Length || !text.StartsWith(id, StringComparison.Ordinal) || text[id.Length] != '-') return null;
        return long.TryParse(text[(id.Length + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var cursor) && cursor <= polls.Known
            ? cursor
            : null;
    }
}
