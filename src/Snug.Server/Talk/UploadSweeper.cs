using Snug.Server.Events;
using Snug.Server.Store;
using Snug.Server.Store.Contents;

namespace Snug.Server.Talk;

/// <summary>Drops files that no message carries: those that were never posted, and those whose message was deleted.</summary>
internal sealed class UploadSweeper : IAsyncDisposable
{
    private readonly Log log;
    private readonly IContents contents;
    private readonly TimeProvider time;
    private readonly Chore chore;

    public UploadSweeper(Log log, IContents contents, TimeProvider time, ILogger<UploadSweeper> logger)
    {
        (this.log, this.contents, this.time) = (log, contents, time);
        log.Heard += Hear;
        chore = new("take away unused files", time, Limits.SweepUploads, logger, SweepAsync);
    }

    public async ValueTask DisposeAsync()
    {
        log.Heard -= Hear;
        await chore.DisposeAsync();
    }

    // The log's writer does not wait for the disk of this server.
    private void Hear(SharedChange change, bool isOwn)
    {
        if (change is DropContent { Hash: var hash }) _ = Task.Run(() => contents.Forget(hash));
    }

    // First the rows, then the contents: a row without its content would be a broken picture.
    private async Task SweepAsync(CancellationToken cancel)
    {
        await contents.TakeUpLeftAsync();
        bool dropped;
        do
        {
            cancel.ThrowIfCancellationRequested();
            var carriedOut = await log.CarryOutAsync(new DropUploads(time.Now() - Limits.UnusedUpload));
            dropped = carriedOut.Value is Outcome.Done;
            var after = "";
            while (await RemoveContentsAsync(after, cancel) is { } last) after = last;
        }
        while (dropped);
    }

    // Those that are being stored are left for the next time. Returns the last that was looked at; null at the end.
    private async Task<string?> RemoveContentsAsync(string after, CancellationToken cancel)
    {
        var hashes = await log.ReadAsync(connection => UploadQueries.Dropped(connection, after), cancel);
        foreach (var hash in hashes)
        {
            var end = await contents.RemoveAsync(hash, () => log.ReadAsync(connection => UploadQueries.HasContent(connection, hash), cancel));
            Answer<Outcome> ended;
            do
            {
                ended = await log.CarryOutAsync(end);
                if (!ended.IsGranted) return null;
            }
            // A large content goes piece by piece.
            while (end is DropContent && ended.Value is Outcome.Done);
        }
        return hashes is [.., var last] ? last : null;
    }
}
