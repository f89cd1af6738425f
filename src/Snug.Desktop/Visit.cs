using System.Runtime.InteropServices;
using Snug.Client;
using Snug.Desktop.Gtk;
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
            await StayAsync(await EnterAsync());
        }
        catch (OperationCanceledException)
        {
            // Interrupted before there was a window.
        }
        registrations.ForEach(registration => registration.Dispose());
        return 0;
    }

    public void Dispose() => left.Dispose();

    private Task<ITalk> EnterAsync() => command.Url is { } url
        ? HttpTalk.EnterAsync(url, name, time, left.Token)
        : LineTalk.EnterAsync(command, name, time, left.Token);

    private async Task StayAsync(ITalk talk)
    {
        await using var entered = talk;
        using var opened = new ChatWindow(talk.Chat);
        window = opened;
        window.Present();

        var talking = talk.RunAsync(left.Token);
        await Task.WhenAny(window.Closed, talking);

        await Task.WhenAny(talk.Chat.Speaker.CloseAsync(), talking, Task.Delay(LongestGoodbye, time));
        await left.CancelAsync();
        await talking;
    }

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
