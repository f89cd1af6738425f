namespace Snug.Server.Talk;

/// <summary>When things happen: to the millisecond, as the database keeps it, so that a message looks the same whenever it is asked for.</summary>
internal static class Clock
{
    public static DateTime Now(this TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
    }
}
