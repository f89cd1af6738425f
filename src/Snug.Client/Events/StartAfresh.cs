namespace Snug.Client;

/// <summary>
/// The server no longer takes the cursor (its state was restored or replaced), so what happened in between cannot be told. Events
/// go on from now; forget what you know of rooms and messages, and ask for it anew.
/// </summary>
public sealed record StartAfresh : ChatEvent;
