using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Somebody who is here: their name, and how far they have read. Used by one connection at a time.</summary>
internal sealed class Session(UserRecord user, Room room)
{
    public UserRecord User => user;

    public Room Room => room;

    /// <summary>The buffer of the assignment: all that came after this event.</summary>
    public long Cursor { get; set; } = room.Newest;
}
