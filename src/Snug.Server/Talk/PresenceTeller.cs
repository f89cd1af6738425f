using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Tells the other servers who has come and gone by this one, all of them at once, a few times a second.</summary>
internal sealed class PresenceTeller : IAsyncDisposable
{
    private readonly Presence presence;
    private readonly Log log;
    private readonly Lock gate = new();
    private readonly HashSet<long> told = [];
    private readonly Chore? chore;

    public PresenceTeller(Presence presence, Log log, TimeProvider time, ILogger<PresenceTeller> logger)
    {
        (this.presence, this.log) = (presence, log);
        if (log.Server != 0) chore = new("tell other servers who is here", time, Limits.ShowPresence, logger, TellAsync);
    }

    /// <summary>That somebody is here was told with their coming in.</summary>
    public void Told(long user)
    {
        lock (gate) told.Add(user);
    }

    public ValueTask DisposeAsync() => chore?.DisposeAsync() ?? ValueTask.CompletedTask;

    private async Task TellAsync(CancellationToken cancel)
    {
        var (came, went) = Compare(presence.HereByThisServer());
        if (came.Count + went.Count == 0) return;

        // What could not be told is told the next time.
        if (await log.EnsureAsync(new ShowPresence(log.Server, came, went)) is not null) return;
        lock (gate)
        {
            told.UnionWith(came);
            told.ExceptWith(went);
        }
    }

    private (List<long> Came, List<long> Went) Compare(HashSet<long> here)
    {
        lock (gate) return ([.. here.Where(user => !told.Contains(user))], [.. told.Where(user => !here.Contains(user))]);
    }
}
