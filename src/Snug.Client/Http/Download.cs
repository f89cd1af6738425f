namespace Snug.Client;

// An answer's body on its way into a caller's stream. Each chunk that comes renews the patience and is reported.
internal sealed class Download(Attachment file, Stream to, Patience patience, IProgress<long>? progress)
{
    public async Task<long> ReceiveAsync(HttpResponseMessage response, CancellationToken cancel)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
        var chunk = new byte[Limits.Chunk];
        long received = 0;
        while (await body.ReadAsync(chunk, cancel).ConfigureAwait(false) is var count and > 0)
        {
            received += count;
            if (received > file.Size) throw WrongSize();
            await WriteAsync(chunk.AsMemory(0, count), cancel).ConfigureAwait(false);
            patience.Renew();
            progress?.Report(received);
        }
        return received == file.Size ? received : throw WrongSize();
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        try
        {
            await to.WriteAsync(bytes, cancel).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new CallerStreamException(fault);
        }
    }

    private NonsenseException WrongSize() => new($"The file {file.Name} does not have the {file.Size} bytes that it was said to have.");
}
