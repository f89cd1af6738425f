using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>The bytes that all files of the chat take, whichever server they came to: read now and then, and counted on in between.</summary>
internal sealed class UploadSpace(Log log, TimeProvider time)
{
    private readonly Lock gate = new();
    private long bytes, readAt;
    private bool isRead;

    /// <summary>What others have sent since a moment ago may be missing.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public async ValueTask<long> TakenAsync()
    {
        lock (gate)
        {
            if (isRead && time.GetElapsedTime(readAt) < Limits.SpaceKnown) return bytes;
        }
        var now = time.GetTimestamp();
        var read = await log.ReadAsync(UploadQueries.BytesInAll);
        lock (gate) (bytes, readAt, isRead) = (read, now, true);
        return read;
    }

    /// <summary>A file was added.</summary>
    public void Add(long size)
    {
        lock (gate) bytes += size;
    }
}
