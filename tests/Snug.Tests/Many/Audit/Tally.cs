using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Snug.Tests.Many.Audit;

/// <summary>What was done, and how long it was silent: the table of an audit. Told from any thread.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, int> counts = new();
    private readonly Lock gate = new();
    private readonly long begun = TimeProvider.System.GetTimestamp();
    private long acknowledgements;
    private long lastAcknowledged;
    private TimeSpan longestSilence;
    private string silenceAfter = "", lastTrouble = "the beginning";
    private (long Target, TaskCompletionSource Reached)? wish;

    public long Acknowledgements => Interlocked.Read(ref acknowledgements);

    public void Count(string what) => counts.AddOrUpdate(what, 1, (_, so) => so + 1);

    /// <summary>Something is done to the chat from now on.</summary>
    public void CountTrouble(string what)
    {
        Count($"trouble: {what}");
        lock (gate) lastTrouble = what;
    }

    public void CountAcknowledged()
    {
        var now = TimeProvider.System.GetTimestamp();
        lock (gate)
        {
            var silence = acknowledgements == 0 ? TimeSpan.Zero : TimeProvider.System.GetElapsedTime(lastAcknowledged, now);
            if (silence > longestSilence) (longestSilence, silenceAfter) = (silence, lastTrouble);
            lastAcknowledged = now;
            acknowledgements++;
            if (wish is not { } open || acknowledgements < open.Target) return;
            wish = null;
            open.Reached.SetResult();
        }
    }

    /// <summary>Returns when so many more posts have been acknowledged.</summary>
    /// <exception cref="TimeoutException">They have not within this time.</exception>
    public async Task WaitForAsync(int more, TimeSpan patience, CancellationToken cancel)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate) wish = (acknowledgements + more, reached);
        await reached.Task.WaitAsync(patience, TimeProvider.System, cancel);
    }

    public string Describe()
    {
        var seconds = TimeProvider.System.GetElapsedTime(begun).TotalSeconds;
        var text = new StringBuilder();
        void Line(string what, string value) => text.AppendLine(CultureInfo.InvariantCulture, $"  {what,-52} {value,10}");
        Line("seconds", seconds.ToString("F1", CultureInfo.InvariantCulture));
        Line("acknowledged posts", Acknowledgements.ToString(CultureInfo.InvariantCulture));
        foreach (var (what, count) in counts.OrderBy(one => one.Key, StringComparer.Ordinal)) Line(what, count.ToString(CultureInfo.InvariantCulture));
        Line($"longest silence, in seconds, after {silenceAfter}", longestSilence.TotalSeconds.ToString("F2", CultureInfo.InvariantCulture));
        return text.ToString();
    }
}
