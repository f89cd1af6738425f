using System.Net.Sockets;
using System.Text;

namespace Snug.Client;

// reply-line = *octet LF ; a CR before the LF is dropped. Exactly one comes for each request, so nothing may follow it.
internal sealed class ReplyReader(Socket socket, int maxBytes)
{
    private const int FirstBuffer = 4 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] buffer = new byte[FirstBuffer];

    public async Task<string> ReadAsync(CancellationToken cancel)
    {
        var filled = 0;
        while (true)
        {
            if (filled == buffer.Length) Grow();
            var received = await socket.ReceiveAsync(buffer.AsMemory(filled), cancel).ConfigureAwait(false);
            if (received == 0) throw new ServerLostException("The server closed the connection.");

            var end = buffer.AsSpan(filled, received).IndexOf((byte)'\n');
            filled += received;
            if (end < 0) continue;

            var length = filled - received + end;
            if (length + 1 != filled) throw new NonsenseException("The server spoke without having been asked.");
            return Decode(length);
        }
    }

    private string Decode(int length)
    {
        if (length > 0 && buffer[length - 1] == '\r') length--;
        try
        {
            return Strict.GetString(buffer, 0, length);
        }
        catch (DecoderFallbackException)
        {
            throw new NonsenseException("The server's answer is not UTF-8 text.");
        }
        finally
        {
            // A rare long answer must not be kept for the life of the connection.
            if (buffer.Length > FirstBuffer) buffer = new byte[FirstBuffer];
        }
    }

    private void Grow()
    {
        if (buffer.Length >= maxBytes) throw new NonsenseException($"The server's answer has more than {maxBytes} bytes.");
        Array.Resize(ref buffer, Math.Min(buffer.Length * 2, maxBytes));
    }
}
