namespace Snug.Client;

// What an outbox's file holds: {"version":1,"posts":[{"room":1,"message":{"text":"…","nonce":"…"},"queuedAt":"…Z"}]}
internal sealed record OutboxContent(int Version, IReadOnlyList<QueuedPost> Posts)
{
    public const int CurrentVersion = 1;
}
