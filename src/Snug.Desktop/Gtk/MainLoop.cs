using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>
/// GLib's main loop, as what an <c>await</c> comes back to: everything but the sockets' own work runs here, one thing after
/// the other, and so needs no locks.
/// </summary>
internal sealed unsafe class MainLoop : SynchronizationContext
{
    // Before redrawing (120) and as urgent as input: an answer from the server must not wait until nothing else is to be done.
    private const int Priority = 0;

    private static Exception? failure;

    /// <summary>Runs the loop until <paramref name="main"/>, which begins on it, has ended.</summary>
    public static T Run<T>(Func<MainLoop, Task<T>> main)
    {
        var loop = new MainLoop();
        SetSynchronizationContext(loop);
        var task = main(loop);
        while (!task.IsCompleted && failure is null) _ = Native.g_main_context_iteration(0, mayBlock: 1);

        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
        return task.GetAwaiter().GetResult();
    }

    /// <summary>Ends the loop with what a handler threw: it may not pass through the C code that called the handler.</summary>
    public static void Fail(Exception bug) => failure ??= bug;

    /// <summary>Does something when what GTK is at now has ended, such as laying the window out.</summary>
    public static void Later(Action work) => Enqueue(_ => work(), null);

    public override void Post(SendOrPostCallback d, object? state) => Enqueue(d, state);

    private static void Enqueue(SendOrPostCallback d, object? state)
    {
        var work = GCHandle.ToIntPtr(GCHandle.Alloc((d, state)));
        _ = Native.g_idle_add_full(Priority, &RunOnce, work, 0);
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Waiting for the main loop could wait for oneself: post instead.");

    public override SynchronizationContext CreateCopy() => this;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RunOnce(nint data)
    {
        try
        {
            var handle = GCHandle.FromIntPtr(data);
            var (work, state) = ((SendOrPostCallback, object?))handle.Target!;
            handle.Free();
            work(state);
        }
        catch (Exception bug)
        {
            Fail(bug);
        }
        return 0;
    }
}
