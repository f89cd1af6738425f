namespace Snug.Server.Store;

/// <summary>Something that was decided and is to be stored; all of a batch is, or nothing.</summary>
internal abstract record Change;

/// <param name="Mentions">The ids of the users that the text names.</param>
internal sealed record PostMessage(UserRecord Author, MessageRecord Message, IReadOnlyList<long> Mentions) : Change;

/// <param name="Message">As it is to stand after the edit.</param>
internal sealed record EditMessage(UserRecord By, MessageRecord Message, IReadOnlyList<long> Mentions) : Change;

internal sealed record DeleteMessage(UserRecord By, MessageRecord Message, DateTime At) : Change;

internal sealed record React(UserRecord By, MessageRecord Message, string Emoji, bool Added, DateTime At) : Change;

/// <param name="Room">Its id is given when it is stored.</param>
/// <param name="Key">What is unique of it: the name without its case, or the ids of a direct room's people.</param>
/// <param name="Members">Who is in it from the start; the first opens it.</param>
internal sealed record OpenRoom(RoomRecord Room, string Key, IReadOnlyList<UserRecord> Members, DateTime At) : Change;

internal sealed record ChangeRoom(UserRecord By, RoomRecord Room, string Key, DateTime At) : Change;

internal sealed record JoinRoom(UserRecord User, long Room, DateTime At) : Change;

internal sealed record LeaveRoom(UserRecord User, long Room, DateTime At) : Change;

internal sealed record ReadRoom(UserRecord User, long Room, long UpTo) : Change;

internal sealed record OpenSession(UserRecord User, byte[] TokenHash, DateTime At) : SharedChange;

internal sealed record CloseSession(byte[] TokenHash) : SharedChange;

/// <summary>Saves how far sessions have read and when they were heard of.</summary>
internal sealed record SaveSessions(IReadOnlyList<SessionRecord> Sessions) : SharedChange;

/// <summary>A new role or password.</summary>
internal sealed record ChangeUser(UserRecord User) : SharedChange;

/// <param name="Parts">How many parts of its content the database must have; 0 where contents are files.</param>
internal sealed record AddUpload(UploadRecord Upload, DateTime At, int Parts = 0) : Change;

/// <summary>Drops some uploads that no message has carried since before then; their contents stand in dropped_files afterwards.</summary>
internal sealed record DropUploads(DateTime Before) : Change;

/// <summary>That this content was looked at since it was dropped: it is needed, or its file is gone.</summary>
/// <param name="IsGone">Otherwise it is forgotten only while a row needs it: another server may have dropped the row since.</param>
internal sealed record ForgetDroppedFile(string Hash, bool IsGone) : Change;

internal sealed record AddInvite(byte[] CodeHash, long By, DateTime Expires, DateTime At) : Change;

internal sealed record AddBan(string Subject, DateTime At) : SharedChange;

/// <summary>Nothing changes: what other servers have written is taken in.</summary>
internal sealed record LookForNews : Change;

/// <summary>Nothing changes: as much is written as a post takes, and taken away again, to see whether the disk takes it.</summary>
internal sealed record Probe : Change;

internal sealed record RemoveBan(string Subject) : SharedChange;
