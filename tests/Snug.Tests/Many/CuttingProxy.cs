using System.Net;
using System.Net.Sockets;

namespace Snug.Tests.Many;

/// <summary>
/// Stands between servers and PostgreSQL as a bad network does: it cuts all connections, lets nobody through, falls silent, or loses the
/// answer to one thing that was asked, such as a commit.
/// </summary>
internal sealed class CuttingProxy : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Lock gate = new();
    private readonly HashSet<ProxiedConnection> connections = [];
    private readonly int upstream;
    private readonly Task accepting;
    private volatile TaskCompletionSource thawed = Open();
    private volatile LossOrder? order;
    private volatile bool isClosed;

    /// <param name="upstream">The port of 127.0.0.1 that it leads to.</param>
    public CuttingProxy(int upstream)
    {
        this.upstream = upstream;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Returns when bytes may pass.</summary>
    public Task Thawed => thawed.Task;

    /// <summary>Ends every connection that there is now, with a reset, and returns how many these were.</summary>
    public int CutAll()
    {
        List<ProxiedConnection> all;
        lock (gate) all = [.. connections];
        foreach (var one in all) one.Cut();
        return all.Count;
    }

    /// <summary>Ends every connection, and lets nobody through until <see cref="Reopen"/>: connections are accepted and ended.</summary>
    public void Close()
    {
        isClosed = true;
        CutAll();
    }

    public void Reopen() => isClosed = false;

    /// <summary>Passes nothing on until <see cref="Thaw"/>; what comes meanwhile waits. Nobody is told that anything is wrong.</summary>
    public void Freeze() => thawed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Thaw() => thawed.TrySetResult();

    /// <summary>
    /// Passes on the next thing of a kind that is asked, waits for the beginning of its answer, and cuts instead of passing that on:
    /// it was done, and who asked cannot know.
    /// </summary>
    /// <param name="isMeant">Whether what a client sent, a piece of its bytes, is of that kind.</param>
    /// <returns>Ends when it has happened.</returns>
    public Task LoseAnswerAsync(Func<ReadOnlyMemory<byte>, bool> isMeant)
    {
        var next = new LossOrder(isMeant);
        order = next;
        return next.Done.Task;
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        Thaw();
        listener.Stop();
        await accepting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        CutAll();
        end.Dispose();
    }

    /// <summary>Takes the order to lose an answer, when there is one and these bytes are what it is about.</summary>
    public LossOrder? TakeOrder(ReadOnlyMemory<byte> asked) =>
        order is { } open && open.IsMeant(asked) && Interlocked.CompareExchange(ref order, null, open) == open ? open : null;

    private static TaskCompletionSource Open()
    {
        var open = new TaskCompletionSource();
        open.SetResult();
        return open;
    }

    private async Task AcceptAsync()
    {
        while (true) _ = RelayAsync(await listener.AcceptSocketAsync(end.Token));
    }

    private async Task RelayAsync(Socket client)
    {
        using var connection = new ProxiedConnection(this, client);
        lock (gate) connections.Add(connection);
        try
        {
            await Thawed;
            if (!isClosed) await connection.RelayAsync(upstream);
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException)
        {
            // As it was meant to be, or because one of the two ends has gone.
        }
        finally
        {
            lock (gate) connections.Remove(connection);
        }
    }

    /// <summary>That one answer is to be lost.</summary>
    internal sealed record LossOrder(Func<ReadOnlyMemory<byte>, bool> IsMeant)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
