namespace Snug.Client;

// How long an exchange may go on without anything happening. Ordinary requests never renew it, so it bounds them as a whole.
internal sealed class Patience(TimeSpan span, TimeProvider time) : IDisposable
{
    private readonly CancellationTokenSource limit = new(span, time);

    public TimeSpan Span => span;

    public CancellationToken Token => limit.Token;

    public void Renew() => limit.CancelAfter(span);

    public void Dispose() => limit.Dispose();
}
