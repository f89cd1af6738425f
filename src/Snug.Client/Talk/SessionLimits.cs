namespace Snug.Client;

/// <summary>What a server takes.</summary>
/// <param name="MessageLength">The longest message, in Unicode code points.</param>
/// <param name="UploadBytes">The largest file, in bytes.</param>
public sealed record SessionLimits(int MessageLength, long UploadBytes);
