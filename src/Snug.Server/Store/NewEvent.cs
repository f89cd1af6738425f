namespace Snug.Server.Store;

/// <summary>Something that is to happen in a room: it gets its id when it is committed.</summary>
internal sealed record NewEvent(long Room, UserRecord User, DateTimeOffset At, string Text);
