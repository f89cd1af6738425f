using System.Data.Common;
using Snug.Server.Store;

namespace Snug.Tests.Many;

/// <summary>A store whose answers to what others have written can be held back after they were read.</summary>
internal sealed class HeldStore(IStore inner) : IStore
{
    /// <summary>Whether answers may go.</summary>
    public ManualResetEventSlim Open { get; } = new(initialState: true);

    /// <summary>The newest id that was answered with, held back or not.</summary>
    public long Answered;

    public string Id => inner.Id;

    public long Server => inner.Server;

    public bool IsAway => inner.IsAway;

    public World ReadWorld() => inner.ReadWorld();

    public Appended Append(IReadOnlyList<Change> batch) => inner.Append(batch);

    public News ReadNews(long after, long upTo)
    {
        var news = inner.ReadNews(after, upTo);
        Interlocked.Exchange(ref Answered, news.UpTo);
        Open.Wait(TimeSpan.FromSeconds(30));
        return news;
    }

    // Whoever tests tells of the others.
    public void Listen(IListener listener)
    {
    }

    public T Read<T>(Func<DbConnection, T> reading) => inner.Read(reading);

    public void Dispose()
    {
        Open.Dispose();
        inner.Dispose();
    }
}
