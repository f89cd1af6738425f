namespace Snug.Server.Events;

/// <summary>An event as readers get it: encoded once, copied to each.</summary>
/// <param name="Id">Its place in the order of the whole chat.</param>
/// <param name="Line">What a <c>MSGS:</c> line says of it, in UTF-8; empty when it says nothing.</param>
/// <param name="Json">What <c>GET /api/events</c> says of it, in UTF-8; empty when what it was about has been deleted.</param>
/// <param name="At">When it was encoded, by a clock that nobody sets.</param>
internal readonly record struct Event(long Id, byte[] Line, byte[] Json, TimeSpan At)
{
    public int Bytes => Line.Length + Json.Length;
}
