using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>Waits for GTK to lay a widget out: before it has, it does not know where new rows are.</summary>
internal sealed unsafe class Layout
{
    // A frame ticks before it is laid out: with its second tick a widget has been.
    private const int Ticks = 2;

    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int ticks;

    /// <summary>Ends when the next frame is laid out, or the widget is gone; a window that is not shown has no frames.</summary>
    public static Task OfAsync(Widget widget)
    {
        var layout = new Layout();
        _ = Native.gtk_widget_add_tick_callback(widget.Handle, &Tick, GCHandle.ToIntPtr(GCHandle.Alloc(layout)), &End);
        return layout.done.Task;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Tick(nint widget, nint clock, nint data) => ++((Layout)GCHandle.FromIntPtr(data).Target!).ticks < Ticks ? 1 : 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void End(nint data)
    {
        var handle = GCHandle.FromIntPtr(data);
        ((Layout)handle.Target!).done.SetResult();
        handle.Free();
    }
}
