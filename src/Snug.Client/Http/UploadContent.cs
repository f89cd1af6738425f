using System.Net;

namespace Snug.Client;

// A caller's stream as a request's body. Each chunk that leaves renews the patience and is reported.
internal sealed class UploadContent(Stream source, Patience patience, IProgress<long>? progress) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        var chunk = new byte[Limits.Chunk];
        long sent = 0;
        while (await ReadAsync(chunk, cancellationToken).ConfigureAwait(false) is var count and > 0)
        {
            await stream.WriteAsync(chunk.AsMemory(0, count), cancellationToken).ConfigureAwait(false);
            patience.Renew();
            progress?.Report(sent += count);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = source.CanSeek ? source.Length - source.Position : 0;
        return source.CanSeek;
    }

    private async ValueTask<int> ReadAsync(byte[] chunk, CancellationToken cancel)
    {
        try
        {
            return await source.ReadAsync(chunk, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new CallerStreamException(fault);
        }
    }
}
