using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>A chain of GStreamer's elements, owned. What it tells comes on the main loop that made it.</summary>
internal sealed unsafe class Pipeline : IDisposable
{
    // GStreamer's own numbers: states, a format, flags of seeking.
    private const int Null = 1, Paused = 3, Playing = 4, Time = 3, Flush = 1, Accurate = 2;

    private readonly nint element;
    private readonly nint bus;
    private bool isDisposed;

    /// <exception cref="InvalidOperationException">The description has a mistake, or names an element that is not installed.</exception>
    public Pipeline(string description, Action<PipelineNews> heard)
    {
        var made = Native.gst_parse_launch(description, out var error);
        var fault = Fault.Take(error);
        if (made == 0) throw new InvalidOperationException(fault.Text);
        element = Native.gst_object_ref_sink(made);
        if (fault.Text.Length > 0)
        {
            Native.gst_object_unref(element);
            throw new InvalidOperationException(fault.Text);
        }
        bus = Native.gst_element_get_bus(element);
        _ = Native.gst_bus_add_watch_full(bus, 0, &Hear, GCHandle.ToIntPtr(GCHandle.Alloc(heard)), &Free);
    }

    public TimeSpan? Position => Native.gst_element_query_position(element, Time, out var at) != 0 ? Span(at) : null;

    public TimeSpan? Length => Native.gst_element_query_duration(element, Time, out var length) != 0 && length >= 0 ? Span(length) : null;

    public bool Play() => Native.gst_element_set_state(element, Playing) != 0;

    public bool Pause() => Native.gst_element_set_state(element, Paused) != 0;

    public void Seek(TimeSpan to) => _ = Native.gst_element_seek_simple(element, Time, Flush | Accurate, to.Ticks * TimeSpan.NanosecondsPerTick);

    /// <summary>Lets what is under way come to its end, which <see cref="NewsKind.Ended"/> then tells.</summary>
    public void Finish() => _ = Native.gst_element_send_event(element, Native.gst_event_new_eos());

    /// <summary>Sets a property of the whole as text, in GStreamer's own notation.</summary>
    public void Set(string property, string value) => Native.gst_util_set_object_arg(element, property, value);

    /// <summary>Sets a text of the element that the description calls by a name.</summary>
    public void SetWithin(string name, string property, string value)
    {
        var within = new Obj { Handle = Native.gst_bin_get_by_name(element, name) };
        within.Set(property, value);
        Native.gst_object_unref(within.Handle);
    }

    /// <summary>Makes elements from a description and gives them to a property, such as where sound is to go.</summary>
    /// <exception cref="InvalidOperationException">The description has a mistake.</exception>
    public void SetElements(string property, string description)
    {
        var made = Native.gst_parse_bin_from_description(description, exposesEnds: 1, out var error);
        if (made == 0) throw new InvalidOperationException(Fault.Take(error).Text);
        using var value = Value.Of(new Obj { Handle = made });
        Native.g_object_set_property(element, property, value);
    }

    public void Dispose()
    {
        if (isDisposed) return;
        isDisposed = true;
        _ = Native.gst_bus_remove_watch(bus);
        _ = Native.gst_element_set_state(element, Null);
        Native.gst_object_unref(bus);
        Native.gst_object_unref(element);
    }

    private static TimeSpan Span(long nanoseconds) => TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Hear(nint bus, nint message, nint data)
    {
        try
        {
            var heard = (Action<PipelineNews>)GCHandle.FromIntPtr(data).Target!;
            if (PipelineNews.From(message) is { } news) heard(news);
        }
        catch (Exception bug)
        {
            MainLoop.Fail(bug);
        }
        return 1;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint data) => GCHandle.FromIntPtr(data).Free();
}
