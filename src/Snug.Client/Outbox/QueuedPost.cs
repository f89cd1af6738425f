namespace Snug.Client;

/// <summary>A message on its way.</summary>
/// <param name="Room">The <see cref="Snug.Client.Room.Id"/> of the room it goes to.</param>
/// <param name="Message">What is said; its <see cref="NewMessage.Nonce"/> is set.</param>
/// <param name="QueuedAt">When it was queued, in UTC.</param>
public sealed record QueuedPost(long Room, NewMessage Message, DateTimeOffset QueuedAt);
