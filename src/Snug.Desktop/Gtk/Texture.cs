using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>A picture as GTK draws it; owned. It never changes, and may be read on any thread.</summary>
internal sealed unsafe class Texture : IDisposable
{
    private nint handle;

    public Texture(Pixbuf pixels) : this(Native.gdk_texture_new_for_pixbuf(pixels.Handle)) { }

    private Texture(nint handle) => this.handle = handle;

    public int Width => Native.gdk_texture_get_width(Handle);

    public int Height => Native.gdk_texture_get_height(Handle);

    internal nint Handle => handle != 0 ? handle : throw new ObjectDisposedException(nameof(Texture));

    /// <summary>The picture that was copied last, in any program; null when that was none.</summary>
    public static Task<Texture?> PasteAsync()
    {
        var answer = new TaskCompletionSource<Texture?>();
        var clipboard = Native.gdk_display_get_clipboard(Native.gdk_display_get_default());
        Native.gdk_clipboard_read_texture_async(clipboard, 0, &Pasted, GCHandle.ToIntPtr(GCHandle.Alloc(answer)));
        return answer.Task;
    }

    public byte[] ToPng()
    {
        var bytes = Native.gdk_texture_save_to_png_bytes(Handle);
        var png = new ReadOnlySpan<byte>((void*)Native.g_bytes_get_data(bytes, out var size), checked((int)size)).ToArray();
        Native.g_bytes_unref(bytes);
        return png;
    }

    public void Dispose()
    {
        if (handle != 0) Native.g_object_unref(handle);
        handle = 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Pasted(nint clipboard, nint result, nint data)
    {
        var waiting = GCHandle.FromIntPtr(data);
        var answer = (TaskCompletionSource<Texture?>)waiting.Target!;
        waiting.Free();
        var texture = Native.gdk_clipboard_read_texture_finish(clipboard, result, out var error);
        if (texture == 0) _ = Fault.Take(error);
        answer.TrySetResult(texture == 0 ? null : new Texture(texture));
    }
}
