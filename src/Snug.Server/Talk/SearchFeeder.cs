using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Brings the search index up to the log, behind it and in batches, so that no post waits for it.</summary>
internal sealed class SearchFeeder : IAsyncDisposable
{
    private readonly ChatState state;
    private readonly Log log;
    private readonly SearchIndex index;
    private readonly TimeProvider time;
    private readonly Chore chore;

    public SearchFeeder(ChatState state, Log log, SearchIndex index, TimeProvider time, ILogger<SearchFeeder> logger)
    {
        (this.state, this.log, this.index, this.time) = (state, log, index, time);
        chore = new("feed the search index", time, Limits.FeedSearch, logger, FeedAsync);
        chore.Begin();
    }

    public ValueTask DisposeAsync() => chore.DisposeAsync();

    private async Task FeedAsync(CancellationToken cancel)
    {
        // What is said meanwhile waits for the next time: taken in at once it would be a transaction for every few messages.
        var newest = state.Head;
        while (index.UpTo < newest)
        {
            cancel.ThrowIfCancellationRequested();
            var (head, began) = (state.Head, time.GetTimestamp());
            var (entries, upTo) = await log.ReadAsync(connection => SearchQueries.ChangesAfter(connection, index.UpTo, head), cancel);
            index.Write(entries, upTo);
            // While something is said it leaves the machine to those who speak: what is not indexed yet is found in the log.
            if (state.Head > head) await Task.Delay(TimeSpan.FromTicks(Math.Min((time.GetElapsedTime(began) * Limits.SearchRest).Ticks, Limits.FeedSearch.Ticks)), time, cancel);
        }
    }
}
