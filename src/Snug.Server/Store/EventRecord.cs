namespace Snug.Server.Store;

/// <summary>Something that happened: its place in the one order of the whole chat, and what it was.</summary>
internal sealed record EventRecord(long Id, long Room, string From, string Text);
