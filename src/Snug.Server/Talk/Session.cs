using System.Diagnostics.CodeAnalysis;
using System.Net;
using Snug.Server.Events;

namespace Snug.Server.Talk;

/// <summary>A way in that somebody uses: a line connection, or a token over HTTP.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim whose wait handle nobody asks for has nothing to dispose.")]
internal sealed class Session
{
    private readonly TimeProvider time;
    private readonly RateLimit posts;
    // In ticks, so that it is read whole; 0 once it was heard of.
    private long seenBefore;
    private long lastSeen;
    private long cursor;
    private Waiter? wait;
    // A line connection asks one thing after the other.
    private readonly SemaphoreSlim? requests;
    private volatile bool ended;

    /// <param name="person">Whose it is.</param>
    /// <param name="tokenHash">SHA-256 of the token; null for a line connection.</param>
    /// <param name="cursor">How far it has read.</param>
    /// <param name="time">What silence is measured with.</param>
    /// <param name="counted">Told of each permission that is taken.</param>
    public Session(Person person, byte[]? tokenHash, long cursor, TimeProvider time, Action<int>? counted = null)
    {
        this.time = time;
        this.cursor = cursor;
        Person = person;
        TokenHash = tokenHash;
        requests = tokenHash is null ? null : new(Limits.RequestsPerSession);
        posts = new RateLimit(time, Limits.PostBurst, Limits.PostsPerSecond, counted);
        lastSeen = time.GetTimestamp();
    }

    public Person Person { get; }

    public byte[]? TokenHash { get; }

    /// <summary>Where it was last heard of from; null where that is not known.</summary>
    public IPAddress? Address { get; set; }

    /// <summary>The limit of that address; null where it is not counted.</summary>
    public RateLimit? AddressPosts { get; set; }

    /// <summary>Takes the permission to change something.</summary>
    /// <returns>Null when there was one, otherwise how long it takes until there is.</returns>
    public TimeSpan? TryPost() => posts.TryTake() ?? AddressPosts?.TryTake();

    /// <summary>Counts permissions that it took by another server.</summary>
    public void Charge(int count) => posts.Charge(count);

    /// <summary>Begins one more request, to be ended by <see cref="EndRequest"/>; when there are many already it waits for its turn.</summary>
    /// <returns>False when the session has ended, perhaps while it waited: its name may be somebody else's, or its owner banned. Nothing has begun then.</returns>
    /// <exception cref="OperationCanceledException">The asker has gone.</exception>
    public async ValueTask<bool> TryBeginRequestAsync(CancellationToken cancel)
    {
        if (requests is not null) await requests.WaitAsync(cancel);
        if (!ended) return true;
        EndRequest();
        return false;
    }

    public void EndRequest() => requests?.Release();

    /// <summary>When it was last heard of.</summary>
    public DateTime SeenAt => Volatile.Read(ref seenBefore) is var ticks and > 0
        ? new(ticks, DateTimeKind.Utc)
        : time.Now() - time.GetElapsedTime(Volatile.Read(ref lastSeen));

    /// <summary>Where its buffer begins: what comes after this event is news to it.</summary>
    public long Cursor
    {
        get => Volatile.Read(ref cursor);
        set => Volatile.Write(ref cursor, value);
    }

    /// <summary>All up to here has arrived; an older request that comes late takes nothing back.</summary>
    public void Acknowledge(long upTo)
    {
        for (var known = Cursor; upTo > known; known = Cursor)
            if (Interlocked.CompareExchange(ref cursor, upTo, known) == known) return;
    }

    public bool HasEnded => ended;

    /// <summary>When it would be taken for gone, as a timestamp; the end of time for a connection or a wait.</summary>
    public long HereUntil
    {
        get
        {
            if (ended) return long.MinValue;
            // Whoever waited was here until the wait ended, whenever they are heard of next.
            var seen = Math.Max(Volatile.Read(ref lastSeen), Volatile.Read(ref wait)?.EndedAt ?? long.MinValue);
            return TokenHash is null || seen == long.MaxValue ? long.MaxValue : seen + (long)(Limits.HereFor.TotalSeconds * time.TimestampFrequency);
        }
    }

    /// <summary>It was heard of.</summary>
    /// <returns>Whether that brings it back: it had been silent for too long.</returns>
    public bool Touch()
    {
        var wasHere = HereUntil >= time.GetTimestamp();
        Volatile.Write(ref lastSeen, time.GetTimestamp());
        Volatile.Write(ref seenBefore, 0);
        return !wasHere;
    }

    /// <summary>Begins a wait; one that was going on ends, since its asker cannot be reading it any more.</summary>
    public Waiter Wait(TimeSpan longest)
    {
        var begun = new Waiter(time, longest);
        Interlocked.Exchange(ref wait, begun)?.End();
        if (ended) begun.End();
        return begun;
    }

    /// <summary>Ends the session and what waits in its name.</summary>
    public void End()
    {
        ended = true;
        EndWait();
    }

    /// <summary>Another server has heard of it.</summary>
    public void HearOf(DateTime at)
    {
        if (IsSilent && at.Ticks > Volatile.Read(ref seenBefore)) Volatile.Write(ref seenBefore, at.Ticks);
    }

    /// <summary>This server has never heard of it.</summary>
    public bool IsSilent => Volatile.Read(ref seenBefore) > 0;

    public void EndWait() => Volatile.Read(ref wait)?.End();

    /// <summary>For one that was granted before the server started: it has yet to be heard of.</summary>
    /// <param name="seenAt">When that was, before the server started.</param>
    public Session AsSilent(DateTime seenAt)
    {
        seenBefore = seenAt.Ticks;
        lastSeen = time.GetTimestamp() - (long)(Limits.HereFor.TotalSeconds * 2 * time.TimestampFrequency);
        return this;
    }
}
