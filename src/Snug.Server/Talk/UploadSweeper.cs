using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>Drops files that no message carries: those that were never posted, and those whose message was deleted.</summary>
internal sealed class UploadSweeper : IAsyncDisposable
{
    private readonly Log log;
    private readonly UploadFiles files;
    private readonly TimeProvider time;
    private readonly Chore chore;

    public UploadSweeper(Log log, UploadFiles files, TimeProvider time, ILogger<UploadSweeper> logger)
    {
        (this.log, this.files, this.time) = (log, files, time);
        chore = new("take away unused files", time, Limits.SweepUploads, logger, SweepAsync);
    }

    public ValueTask DisposeAsync() => chore.DisposeAsync();

    // First the rows, then the files: a row without its file would be a broken picture.
    private async Task SweepAsync(CancellationToken cancel)
    {
        bool dropped;
        do
        {
            cancel.ThrowIfCancellationRequested();
            var carriedOut = await log.CarryOutAsync(new DropUploads(time.Now() - Limits.UnusedUpload));
            dropped = carriedOut.Value is Outcome.Done;
            while (await RemoveFilesAsync(cancel)) { }
        }
        while (dropped);
    }

    private async Task<bool> RemoveFilesAsync(CancellationToken cancel)
    {
        var hashes = await log.ReadAsync(UploadQueries.Dropped, cancel);
        foreach (var hash in hashes)
        {
            await files.RemoveAsync(hash, () => log.ReadAsync(connection => UploadQueries.HasContent(connection, hash), cancel));
            if (await log.EnsureAsync(new ForgetDroppedFile(hash)) is not null) return false;
        }
        return hashes.Count > 0;
    }
}
