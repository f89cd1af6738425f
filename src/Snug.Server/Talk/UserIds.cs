using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Gives out the ids of users. One that was given to somebody who did nothing is given again after a restart.</summary>
internal sealed class UserIds(SqliteStore store)
{
    private long last = store.LastUserId;

    public long Next() => Interlocked.Increment(ref last);
}
