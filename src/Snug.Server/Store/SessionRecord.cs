namespace Snug.Server.Store;

/// <summary>A way in that was granted to a user: the hash of its token, never the token.</summary>
/// <param name="TokenHash">SHA-256 of the token's bytes.</param>
/// <param name="User">Whose it is.</param>
/// <param name="Cursor">What it has acknowledged.</param>
/// <param name="SeenAt">When it was last heard of, to about a day.</param>
internal sealed record SessionRecord(byte[] TokenHash, long User, long Cursor, DateTime SeenAt);
