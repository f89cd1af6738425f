using System.Net.Sockets;
using System.Text;
using Snug.Protocol;

namespace Snug.Client;

/// <summary>
/// A connection to a Snug server over the line protocol (docs/line-protocol.md). Requests may be made from any thread; they
/// are sent one at a time. Every request throws <see cref="RefusedException"/> when the server says no, and one of
/// <see cref="ServerLostException"/>, <see cref="ServerTimeoutException"/> and <see cref="NonsenseException"/> when the
/// connection is of no more use: make a new one then.
/// </summary>
public sealed class LineConnection : IAsyncDisposable
{
    private readonly Socket socket;
    private readonly LineOptions options;
    private readonly ReplyReader replies;
    private readonly SemaphoreSlim turn = new(1, 1);
    private bool broken;

    private LineConnection(Socket socket, UserName name, LineOptions options)
    {
        this.socket = socket;
        this.options = options;
        replies = new ReplyReader(socket, options.MaxReplyBytes);
        Name = name.Value;
    }

    /// <summary>The name this connection speaks in.</summary>
    public string Name { get; }

    /// <summary>Connects and enters the room <c>lobby</c> as <paramref name="name"/>.</summary>
    /// <exception cref="RefusedException">The name is taken, or is no name.</exception>
    /// <exception cref="ServerLostException">Nothing listens at that address, or the connection ended.</exception>
    /// <exception cref="ServerTimeoutException">No answer within <see cref="LineOptions.ConnectTimeout"/>.</exception>
    /// <exception cref="NonsenseException">What listens there does not speak the protocol.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> asked for it.</exception>
    public static async Task<LineConnection> ConnectAsync(
        string host, int port, string name, LineOptions? options = null, CancellationToken cancel = default)
    {
        options ??= new LineOptions();
        if (!UserName.TryParse(name, out var parsed)) throw new RefusedException($"\"{name}\" is not a name: {NameRule}");

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        var connection = new LineConnection(socket, parsed, options);
        try
        {
            await connection.EnterAsync(host, port, cancel).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>What was said since the last call, oldest first; it is handed out once.</summary>
    public async Task<IReadOnlyList<LineMessage>> GetAsync(CancellationToken cancel = default)
    {
        var body = await AskAsync("GET", "MSGS:", cancel).ConfigureAwait(false);
        try
        {
            return LineMessage.ParseAll(body);
        }
        catch (FormatException wrong)
        {
            throw Break(new NonsenseException($"The server's answer to GET makes no sense: {wrong.Message}."));
        }
    }

    /// <summary>The names of those who are here now, sorted.</summary>
    public async Task<IReadOnlyList<string>> UsersAsync(CancellationToken cancel = default)
    {
        var body = await AskAsync("USERS", "USERS:", cancel).ConfigureAwait(false);
        return body.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>
    /// Says something to everyone in the room. When this returns, the message is on the server's disk; when it throws
    /// anything but <see cref="RefusedException"/>, the message may or may not have been said.
    /// </summary>
    /// <param name="text">One line. Line breaks are sent as spaces.</param>
    /// <param name="cancel">Gives the request up; the connection is closed if it was already written.</param>
    public async Task PutAsync(string text, CancellationToken cancel = default) =>
        await AskAsync("PUT: " + LineText.OneLine(text), "OK", cancel).ConfigureAwait(false);

    /// <summary>Leaves the room: the name is free again.</summary>
    public ValueTask DisposeAsync()
    {
        broken = true;
        socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private const string NameRule =
        "a name has 1 to 32 letters, digits, _, - and ., and begins with a letter or a digit";

    private async Task EnterAsync(string host, int port, CancellationToken cancel)
    {
        try
        {
            using var limit = new CancellationTokenSource(options.ConnectTimeout, options.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
            await socket.ConnectAsync(host, port, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new ServerTimeoutException($"Nothing answers at {host}:{port}.");
        }
        catch (SocketException failure)
        {
            throw new ServerLostException($"No server can be reached at {host}:{port}: {failure.Message}.", failure);
        }
        await AskAsync(Name, "OK", cancel).ConfigureAwait(false);
    }

    private async Task<string> AskAsync(string request, string expected, CancellationToken cancel)
    {
        await turn.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (broken) throw new ServerLostException("The connection to the server has ended.");
            var reply = await ExchangeAsync(request, cancel).ConfigureAwait(false);
            return Understand(reply, expected);
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<string> ExchangeAsync(string request, CancellationToken cancel)
    {
        using var limit = new CancellationTokenSource(options.ReplyTimeout, options.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, limit.Token);
        try
        {
            ReadOnlyMemory<byte> line = Encoding.UTF8.GetBytes(request + "\n");
            while (line.Length > 0) line = line[await socket.SendAsync(line, either.Token).ConfigureAwait(false)..];
            return await replies.ReadAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // Its reply may still come: later replies could no longer be told from it.
            var late = Break(new ServerTimeoutException($"The server has not answered for {options.ReplyTimeout.TotalSeconds:0} seconds."));
            if (cancel.IsCancellationRequested) throw;
            throw late;
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            throw Break(new ServerLostException("The connection to the server was lost.", failure));
        }
        catch (ChatException failure)
        {
            throw Break(failure);
        }
    }

    // Returns what stands behind the expected word.
    private string Understand(string reply, string expected)
    {
        if (reply.StartsWith("ERROR:", StringComparison.Ordinal)) throw new RefusedException(reply["ERROR:".Length..].Trim());
        if (reply.StartsWith(expected, StringComparison.Ordinal)) return reply[expected.Length..];

        var shown = LineText.Show(reply.Length > 40 ? reply[..40] + "…" : reply);
        throw Break(new NonsenseException($"The server answered \"{shown}\" where {expected.TrimEnd(':')} was expected."));
    }

    private T Break<T>(T reason) where T : ChatException
    {
        broken = true;
        socket.Dispose();
        return reason;
    }
}
