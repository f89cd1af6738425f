using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>A signal's arguments, the emitting object first. Valid during the call only.</summary>
internal readonly unsafe ref struct Emission(ReadOnlySpan<Value> arguments)
{
    public ReadOnlySpan<Value> Arguments { get; } = arguments;
}

/// <summary>Answers whether the signal is dealt with, where the signal asks for that.</summary>
internal delegate bool SignalHandler(Emission emission);

// One C function serves every signal: the handler is found by the GCHandle that the closure carries, which is freed with it.
internal static unsafe class Closure
{
    // Larger than any GClosure; GLib asks only that there is room.
    private const uint Size = 64;

    /// <summary>How many handlers are connected: what is closed must have let go of its own.</summary>
    public static int Count { get; private set; }

    public static nint Make(SignalHandler handler)
    {
        Count++;
        var data = GCHandle.ToIntPtr(GCHandle.Alloc(handler));
        var closure = Native.g_closure_new_simple(Size, 0);
        Native.g_closure_set_meta_marshal(closure, data, &Run);
        Native.g_closure_add_finalize_notifier(closure, data, &Free);
        return closure;
    }

    // An exception that reaches the C frames above would end the process without a word.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Run(nint closure, Value* answer, uint count, Value* arguments, nint hint, nint data)
    {
        try
        {
            var handler = (SignalHandler)GCHandle.FromIntPtr(data).Target!;
            var handled = handler(new(new(arguments, (int)count)));
            if (answer is not null) answer->Answer(handled);
        }
        catch (Exception bug)
        {
            MainLoop.Fail(bug);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Free(nint data, nint closure)
    {
        Count--;
        GCHandle.FromIntPtr(data).Free();
    }
}
