namespace Snug.Server.Store;

/// <summary>Something that is to happen in a room: it gets its id when it is committed.</summary>
internal sealed record NewEvent(long Room, UserRecord User, DateTimeOffset At, string Text)
{
    /// <summary>Nothing happens: it is written to see whether the disk takes it.</summary>
    public static readonly NewEvent Nothing = new(0, null!, default, "");
}
