using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>The way from a decision to the disk, the same for all of them.</summary>
internal static class Decision
{
    /// <summary>Has a change stored.</summary>
    /// <returns>How it ended, or why it could not be stored.</returns>
    public static async ValueTask<Answer<Outcome>> CarryOutAsync(this Log log, Change change)
    {
        if (log.TryAppend(change) is not { } stored) return Refusal.Busy;

        var outcome = await stored;
        return outcome is Outcome.Failed ? Refusal.Unavailable : outcome;
    }

    /// <summary>Has a change stored whose outcome does not matter: it is so afterwards.</summary>
    /// <returns>Null, or why it could not be stored.</returns>
    public static async ValueTask<Refusal?> EnsureAsync(this Log log, Change change) => (await log.CarryOutAsync(change)).Refusal;
}
