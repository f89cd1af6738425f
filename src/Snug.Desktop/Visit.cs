using System.Runtime.InteropServices;
using Snug.Client;
using Snug.Desktop.Accounts;
using Snug.Desktop.Gtk;
using Snug.Desktop.Notify;
using Snug.Desktop.Settings;
using Snug.Desktop.View;

namespace Snug.Desktop;

/// <summary>From entering the chat to having left it.</summary>
internal sealed class Visit(JoinCommand command, MainLoop loop, TimeProvider time) : IDisposable
{
    // A text on its way when the window closes takes milliseconds; a server that hangs must not keep the program alive.
    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(2);

    private readonly CancellationTokenSource left = new();
    private readonly HttpEntry entry = new(TokenStore.OfThisUser(time), WindowStateFile.OfThisUser, time);
    private ChatWindow? window;

    /// <returns>The program's exit code.</returns>
    /// <exception cref="ChatException">The room could not be entered.</exception>
    public async Task<int> RunAsync()
    {
        PosixSignal[] signals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP];
        var registrations = signals.Select(signal => PosixSignalRegistration.Create(signal, Interrupt)).ToList();
        try
        {
            for (var talk = await EnterAsync(); talk is not null;) talk = await StayAsync(talk);
        }
        catch (OperationCanceledException)
        {
            // Interrupted before there was a window, or while it closed.
        }
        registrations.ForEach(registration => registration.Dispose());
        return 0;
    }

    public void Dispose() => left.Dispose();

    private async Task<ITalk?> EnterAsync() => command is { Url: null, Name: { } name }
        ? await LineTalk.EnterAsync(command, name, time, left.Token)
        : await entry.EnterAsync(command.Url, command.Name, left.Token);

    /// <returns>Where the person has come in again after they were put out; else null.</returns>
    private async Task<ITalk?> StayAsync(ITalk talk)
    {
        await using var entered = talk;
        var chat = talk.Chat;
        using var opened = new ChatWindow(chat);
        using var notices = chat.Api is null ? null : new Notices(chat, opened.Window);
        var memory = new WindowMemory(WindowStateFile.OfThisUser, opened.Window, opened.People, opened.RoomsEdge, opened.PeopleEdge);
        memory.Apply();
        window = opened;
        window.Present();

        var talking = talk.RunAsync(left.Token);
        await Task.WhenAny(opened.Closed, talking);
        if (chat.Api is { HasLeft: true }) await opened.Closed;
        memory.Remember((talk as HttpTalk)?.Url, chat.Me, chat.Open.Id);

        if (!opened.Closed.IsCompleted && talk is HttpTalk was && HasEnded(talking))
        {
            window = null;
            return await entry.ComeBackAsync(was, opened.Window, left.Token);
        }
        await Task.WhenAny(chat.Speaker.CloseAsync(), talking, Task.Delay(LongestGoodbye, time));
        await left.CancelAsync();
        try
        {
            await talking;
        }
        catch (RefusedException) when (chat.Api is { HasLeft: true } && HasEnded(talking))
        {
            // The person ended the session, and a poll that was on its way was told so before the window was gone.
        }
        return null;
    }

    private static bool HasEnded(Task talking) => talking.Exception?.InnerException is RefusedException { Status: 401 };

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
