using System.Collections.Concurrent;
using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>
/// Makes limits hold over all servers of a chat: each tells the others, a few times a second, what it counted. Who spreads
/// what they do over several servers gets at most half a second's worth more from each.
/// </summary>
internal sealed class SharedLimits : IAsyncDisposable
{
    private readonly Log log;
    private readonly ConcurrentDictionary<string, Action<string, int>> counters = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private readonly Chore? chore;
    private Dictionary<(string Limit, string Subject), int> counted = [];

    public SharedLimits(Log log, TimeProvider time, ILogger<SharedLimits> logger)
    {
        this.log = log;
        if (log.Server != 0) chore = new("tell other servers what was counted", time, Limits.ShowPresence, logger, TellAsync);
    }

    /// <summary>Has what others counted against a limit counted here.</summary>
    public void Add(string limit, Action<string, int> count) => counters[limit] = count;

    /// <summary>Something was counted here; a negative number takes back.</summary>
    public void Count(string limit, string subject, int count)
    {
        if (chore is null) return;
        lock (gate)
        {
            // A flood from everywhere: each of its sources is held back by itself.
            if (counted.Count < Limits.RememberedTries) counted[(limit, subject)] = counted.GetValueOrDefault((limit, subject)) + count;
        }
    }

    public void Hear(IReadOnlyList<TriesRecord> tries)
    {
        foreach (var tried in tries)
            if (counters.TryGetValue(tried.Limit, out var count)) count(tried.Subject, tried.Count);
    }

    public ValueTask DisposeAsync() => chore?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task TellAsync(CancellationToken cancel)
    {
        Dictionary<(string Limit, string Subject), int> taken;
        lock (gate) (taken, counted) = (counted, []);
        var tries = taken.Where(one => one.Value != 0).Select(one => new TriesRecord(one.Key.Limit, one.Key.Subject, one.Value)).ToList();
        if (tries.Count > 0) await log.EnsureAsync(new CountTries(tries));
    }
}
