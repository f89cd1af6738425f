using Snug.Client;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverLine;

namespace Snug.Desktop;

/// <summary>The chat over the line protocol: one room, plain words, and who leaves is gone.</summary>
internal sealed class LineTalk : ITalk
{
    private readonly LineConnection connection;
    private readonly LineSession session;

    private LineTalk(JoinCommand command, LineConnection connection, TimeProvider time)
    {
        this.connection = connection;
        var outbox = new LineOutbox();
        Chat = new Chat(connection.Name, command.Address, time) { Speaker = outbox };
        // Windows that lose their server together shall not all come back together.
        session = new LineSession(Chat, outbox, cancel => ConnectAsync(command, connection.Name, time, cancel), time, new Random(Environment.ProcessId));
    }

    public Chat Chat { get; }

    /// <exception cref="ChatException">The room could not be entered.</exception>
    public static async Task<ITalk> EnterAsync(JoinCommand command, string name, TimeProvider time, CancellationToken cancel) =>
        new LineTalk(command, await ConnectAsync(command, name, time, cancel), time);

    public Task RunAsync(CancellationToken cancel) => session.RunAsync(connection, cancel);

    // The session closes its connections.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static Task<LineConnection> ConnectAsync(JoinCommand command, string name, TimeProvider time, CancellationToken cancel) =>
        LineConnection.ConnectAsync(command.Host, command.Port, name, new LineOptions { Time = time }, cancel);
}
