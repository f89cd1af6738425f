using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.Tests.Light;

/// <summary>
/// Measures the frames of a widget, and has something done before each: how long each takes to come, and how much of the processor the
/// main loop takes for it, which says the same of a busy machine as of an idle one. One at a time.
/// </summary>
internal sealed partial class FrameTimes
{
    // Ten minutes at sixty a second.
    private const int Most = 36_000;

    private static FrameTimes? current;

    private readonly List<double> times = [], work = [];
    private readonly Func<bool> step;
    private readonly TaskCompletionSource ended = new();
    private long last;
    private double worked;

    private FrameTimes(Func<bool> step) => this.step = step;

    /// <param name="widget">What is drawn.</param>
    /// <param name="step">Done before each frame; false ends it.</param>
    /// <returns>From one frame to the next, in milliseconds: the times, and the work of the main loop; the shortest first.</returns>
    public static async Task<(IReadOnlyList<double> Times, IReadOnlyList<double> Work)> OfAsync(Widget widget, Func<bool> step)
    {
        var frames = current = new FrameTimes(step);
        Add(widget);
        await frames.ended.Task;
        return ([.. frames.times.Order()], [.. frames.work.Order()]);
    }

    private static unsafe void Add(Widget widget) => _ = gtk_widget_add_tick_callback(widget.Handle, &Tick, 0, 0);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Tick(nint widget, nint clock, nint data) => current!.Take() ? 1 : 0;

    // Nothing may be thrown through the C code that calls this.
    private bool Take()
    {
        try
        {
            var now = TimeProvider.System.GetTimestamp();
            var done = Worked();
            if (last > 0)
            {
                times.Add(TimeProvider.System.GetElapsedTime(last, now).TotalMilliseconds);
                work.Add(done - worked);
            }
            (last, worked) = (now, done);
            if (times.Count < Most && step()) return true;
            ended.TrySetResult();
        }
        catch (Exception fault)
        {
            ended.TrySetException(fault);
        }
        return false;
    }

    // The first number is how long this thread has had the processor, in nanoseconds.
    private static double Worked() => double.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / 1e6;

    [LibraryImport("libgtk-4.so.1")] private static unsafe partial uint gtk_widget_add_tick_callback(
        nint widget, delegate* unmanaged[Cdecl]<nint, nint, nint, int> tick, nint data, nint destroy);
}
