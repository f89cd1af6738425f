using System.Data.Common;

namespace Snug.Server.Store;

/// <summary>
/// Where the log is kept. One thread, the log's writer, appends and asks for news; readings may come from any and see every
/// committed event. All calls block.
/// </summary>
internal interface IStore : IDisposable
{
    /// <summary>What tells this chat's cursors from another's.</summary>
    string Id { get; }

    /// <summary>Which of the servers that write to it this one is; 0 where it is the only one.</summary>
    long Server { get; }

    /// <summary>Whether the database was out of reach when it was last looked for.</summary>
    bool IsAway { get; }

    /// <summary>What the server begins with.</summary>
    World ReadWorld();

    /// <summary>Commits a batch; when this returns, it is durable.</summary>
    /// <exception cref="StoreException">Nothing of the batch was stored.</exception>
    Appended Append(IReadOnlyList<Change> batch);

    /// <summary>What other servers have written behind an id, in order.</summary>
    /// <param name="after">What is known already.</param>
    /// <param name="upTo">Nothing behind this one is wanted.</param>
    /// <exception cref="StoreException">It cannot be read.</exception>
    News ReadNews(long after, long upTo);

    /// <summary>Begins to tell of other servers.</summary>
    void Listen(IListener listener);

    /// <summary>Runs a reading on a connection of its own; or a writing of what nobody sees before something in the log names it.</summary>
    /// <exception cref="StoreException">The database cannot be read.</exception>
    T Read<T>(Func<DbConnection, T> reading);
}

/// <summary>Who wants to hear of other servers. Called on a thread of the store's.</summary>
internal interface IListener
{
    /// <summary>What is known already.</summary>
    long Known { get; }

    /// <summary>There may be news.</summary>
    void Look();

    /// <summary>A server has died.</summary>
    void Bury(long server);

    /// <summary>This server cannot go on: it has to be started anew.</summary>
    void Lose(Exception reason);
}

/// <summary>What became of a batch.</summary>
/// <param name="Outcomes">How each change ended, in their order.</param>
/// <param name="LastId">The newest id of the log then.</param>
/// <param name="Before">Others may have written up to and with this id; behind it all is of the batch.</param>
internal sealed record Appended(IReadOnlyList<Outcome> Outcomes, long LastId, long Before);

/// <summary>What other servers have written.</summary>
/// <param name="UpTo">There is nothing else up to and with this id.</param>
internal sealed record News(IReadOnlyList<Happening> Happenings, long UpTo);

/// <summary>Something at its place in the log: an event that readers hear, or a change that only servers do.</summary>
/// <param name="Id">Its place.</param>
/// <param name="Event">What readers hear; null where they hear nothing.</param>
/// <param name="Entered">Who is in a room from its opening on.</param>
/// <param name="Change">What servers take into memory; null for an event.</param>
/// <param name="IsOwn">Whether this server has just written it.</param>
internal sealed record Happening(long Id, EventRecord? Event, IReadOnlyList<long> Entered, SharedChange? Change, bool IsOwn = false);
