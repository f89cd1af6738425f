using System.Runtime.InteropServices;
using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.View;

namespace Snug.Desktop;

/// <summary>From entering the room to having left it.</summary>
internal sealed class Visit(JoinCommand command, string name, MainLoop loop, TimeProvider time) : IDisposable
{
    // A text on its way when the window closes takes milliseconds; a server that hangs must not keep the program alive.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource left = new();
    private ChatWindow? window;

    /// <returns>The program's exit code.</returns>
    /// <exception cref="ChatException">The room could not be entered.</exception>
    public async Task<int> RunAsync()
    {
        PosixSignal[] signals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP];
        var registrations = signals.Select(signal => PosixSignalRegistration.Create(signal, Interrupt)).ToList();
        try
        {
            await StayAsync(await ConnectAsync(left.Token));
        }
        catch (OperationCanceledException)
        {
            // Interrupted before there was a window.
        }
        registrations.ForEach(registration => registration.Dispose());
        return 0;
    }

    public void Dispose() => left.Dispose();

    private async Task StayAsync(LineConnection connection)
    {
        var room = new ChatRoom(connection.Name, command.Address, time);
        using var opened = new ChatWindow(room);
        window = opened;
        window.Present();

        // Windows that lose their server together shall not all come back together.
        var session = new LineSession(room, ConnectAsync, time, new Random(Environment.ProcessId));
        var talking = session.RunAsync(connection, left.Token);
        await Task.WhenAny(window.Closed, talking);

        await Task.WhenAny(room.Outbox.CloseAsync(), talking, Task.Delay(LongestGoodbye, time));
        await left.CancelAsync();
        await talking;
    }

    private Task<LineConnection> ConnectAsync(CancellationToken cancel) =>
        LineConnection.ConnectAsync(command.Host, command.Port, name, new LineOptions { Time = time }, cancel);

    // Comes on a thread of the runtime's.
    private void Interrupt(PosixSignalContext context)
    {
        context.Cancel = true;
        loop.Post(_ =>
        {
            if (window is null) left.Cancel();
            else window.Close();
        }, null);
    }
}
