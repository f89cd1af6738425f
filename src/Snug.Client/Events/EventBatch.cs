namespace Snug.Client;

// What one answer brought, and the cursor that stands behind it.
internal sealed record EventBatch(IReadOnlyList<ChatEvent> Events, string? Next);
