using Snug.Desktop.Gtk;

namespace Snug.Desktop.Tests.Media;

/// <summary>
/// A real main loop on the one thread of a process that may use GTK. Its scenes run in a process of their own
/// (<see cref="SceneTests"/>), which has a screen, a source and a sink of sounds.
/// </summary>
internal static class Stage
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15), BetweenLooks = TimeSpan.FromMilliseconds(20);

    private static readonly Lazy<Task<MainLoop>> Loop = new(Open);

    public static async Task PlayAsync(Func<Task> scene)
    {
        var loop = await Loop.Value;
        var end = new TaskCompletionSource();
        loop.Post(_ => Run(scene, end), null);
        await end.Task;
    }

    /// <summary>Looks again and again, bounded, while the loop goes on.</summary>
    public static async Task UntilAsync(string what, Func<bool> holds)
    {
        var time = TimeProvider.System;
        for (var begun = time.GetTimestamp(); !holds(); await Task.Delay(BetweenLooks, time))
            if (time.GetElapsedTime(begun) > Patience) throw new TimeoutException($"Waited in vain for {what}.");
    }

    private static async void Run(Func<Task> scene, TaskCompletionSource end)
    {
        try
        {
            await scene();
            end.TrySetResult();
        }
        catch (Exception fault)
        {
            end.TrySetException(fault);
        }
    }

    private static Task<MainLoop> Open()
    {
        var opened = new TaskCompletionSource<MainLoop>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            if (Toolkit.Start("snug-desktop-tests", "Snug") is { } missing)
            {
                opened.SetException(new InvalidOperationException(missing));
                return;
            }
            Toolkit.Style("style.css");
            MainLoop.Run<int>(loop =>
            {
                opened.SetResult(loop);
                return new TaskCompletionSource<int>().Task;
            });
        });
        thread.IsBackground = true;
        thread.Start();
        return opened.Task;
    }
}
