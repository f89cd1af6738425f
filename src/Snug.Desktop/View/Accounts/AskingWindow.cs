using Snug.Client;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.View.Accounts;

/// <summary>
/// A small window that asks until what was given is taken, or until it is closed. A refusal is said where the person has typed,
/// and nothing of what they typed is lost.
/// </summary>
/// <param name="time">Counts down where the server asks for patience.</param>
internal sealed class AskingWindow<T>(TimeProvider time) : IDisposable where T : class
{
    private static readonly string[] Rows = ["server", "name", "invite", "password", "again"];

    // The builder owns the widgets until the window has gone.
    private readonly Builder ui = new("asking.ui");
    private readonly CancellationTokenSource closed = new();
    private TaskCompletionSource submitted = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isBusy;

    public Window Window => ui.Get<Window>("window");

    /// <summary>What the button says, and what it says while an answer is waited for.</summary>
    public (string Idle, string Busy) Button { get; init; }

    /// <summary>What was typed; null when something is missing, which is shown already.</summary>
    public required Func<T?> Read { get; init; }

    /// <summary>Shows what a failure means.</summary>
    /// <returns>How long asking again is in vain.</returns>
    public required Func<ChatException, T, TimeSpan> Refuse { get; init; }

    public EntryRow Row(string id) => ui.Get<EntryRow>(id);

    public void Say(string title, string lead, string place)
    {
        Window.Set("title", title);
        ui.Get<Widget>("title").Set("label", title);
        ui.Get<Widget>("lead").Set("label", lead);
        ui.Get<Widget>("place").Set("title", place);
    }

    /// <summary>Says what is wrong, in one row or in none; null takes it away.</summary>
    public void Complain(string? words, EntryRow? row = null)
    {
        foreach (var id in Rows) Row(id).IsWrong = false;
        ui.Get<Widget>("problem-text").Set("label", words ?? "");
        ui.Get<Widget>("problem").Name(words ?? "");
        ui.Get<Widget>("problem").Set("visible", words is not null);
        if (row is not null) row.IsWrong = true;
    }

    /// <param name="over">The window it stands before, if there is one.</param>
    /// <param name="attempt">Does what is asked for; a <see cref="ChatException"/> lets the person try again.</param>
    /// <param name="cancel">Closes the window.</param>
    /// <returns>What was taken, or null when the window was closed.</returns>
    public async Task<T?> AskAsync(Window? over, Func<T, CancellationToken, Task> attempt, CancellationToken cancel = default)
    {
        Connect();
        using var closing = cancel.Register(() => Leave());
        if (over is not null) Window.StandOver(over);
        Window.Present();
        while (true)
        {
            await submitted.Task;
            submitted = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (closed.IsCancellationRequested) return null;
            if (Read() is not { } given) continue;
            try
            {
                Show(busy: true, Button.Busy);
                await attempt(given, closed.Token);
                return given;
            }
            catch (ChatException failure)
            {
                Show(busy: false, Button.Idle);
                await CountDownAsync(Refuse(failure, given));
            }
            catch (OperationCanceledException) when (closed.IsCancellationRequested)
            {
                return null;
            }
        }
    }

    public void Dispose()
    {
        Window.Destroy();
        ui.Dispose();
        closed.Dispose();
    }

    private void Connect()
    {
        Show(busy: false, Button.Idle);
        ui.Get<Widget>("go").On("clicked", Submit);
        foreach (var id in Rows) Row(id).On("entry-activated", Submit);
        Window.On("close-request", _ => Leave());
        Window.OnKey(press =>
        {
            if (press.Key != KeyPress.Escape) return false;
            Window.Close();
            return true;
        });
    }

    private void Submit()
    {
        if (!isBusy) submitted.TrySetResult();
    }

    // The widgets stay until what is under way has ended.
    private bool Leave()
    {
        Window.Set("visible", false);
        closed.Cancel();
        submitted.TrySetResult();
        return true;
    }

    // Rows that are insensitive would lose the focus.
    private void Show(bool busy, string words)
    {
        isBusy = busy;
        foreach (var id in Rows) Row(id).Set("editable", !busy);
        ui.Get<Widget>("go").Set("sensitive", !busy);
        ui.Get<Widget>("go").Set("label", words);
    }

    private async Task CountDownAsync(TimeSpan wait)
    {
        if (wait <= TimeSpan.Zero) return;
        using var seconds = new PeriodicTimer(TimeSpan.FromSeconds(1), time);
        var go = ui.Get<Widget>("go");
        isBusy = true;
        go.Set("sensitive", false);
        for (var left = (int)Math.Ceiling(wait.TotalSeconds); left > 0; left--)
        {
            go.Set("label", Texts.Current.WaitSeconds(left));
            await Task.WhenAny(seconds.WaitForNextTickAsync().AsTask(), submitted.Task);
            // Only closing the window ends the wait early.
            if (closed.IsCancellationRequested) return;
        }
        Show(busy: false, Button.Idle);
    }
}
