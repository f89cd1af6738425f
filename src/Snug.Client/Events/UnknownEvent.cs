using System.Text.Json;

namespace Snug.Client;

/// <summary>Something that this version of the library has no name for, or that came in another form than it knows.</summary>
/// <param name="Id">Grows in the one order of the whole chat.</param>
/// <param name="Type">The event's <c>type</c> as the server wrote it.</param>
/// <param name="Json">The whole event as it came.</param>
public sealed record UnknownEvent(long Id, string Type, JsonElement Json) : ChatEvent;
