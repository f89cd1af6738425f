namespace Snug.Tests.Load;

/// <summary>The system's clock, which can be put forward.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long ahead;

    public override long GetTimestamp() => base.GetTimestamp() + Volatile.Read(ref ahead);

    public void PutForward(TimeSpan by) => Interlocked.Add(ref ahead, (long)(by.TotalSeconds * TimestampFrequency));
}
