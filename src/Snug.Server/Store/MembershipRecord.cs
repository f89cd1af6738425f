namespace Snug.Server.Store;

/// <summary>That a user is in a room, and how far they have read it.</summary>
internal sealed record MembershipRecord(long Room, long User, long ReadUpTo);
