using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Gives out the ids of users. Where one server is alone, one that was given to somebody who did nothing is given again after a restart.</summary>
internal sealed class UserIds(World world, Log log)
{
    private long last = world.LastUserId;

    /// <exception cref="StoreException">The database that all servers share cannot be reached.</exception>
    public ValueTask<long> NextAsync() =>
        log.Server == 0
            ? new(Interlocked.Increment(ref last))
            : new(log.ReadAsync(connection => connection.Query("SELECT nextval('user_ids')", row => row.GetInt64(0), null)[0]));
}
