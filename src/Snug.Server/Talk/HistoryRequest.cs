namespace Snug.Server.Talk;

/// <summary>Which of a room's messages somebody wants: the newest, those before a message, or those after one.</summary>
/// <param name="Before">Only messages with a smaller id.</param>
/// <param name="After">Only messages with a greater id, the oldest of them first.</param>
/// <param name="Limit">How many.</param>
internal sealed record HistoryRequest(long? Before, long? After, int Limit);
