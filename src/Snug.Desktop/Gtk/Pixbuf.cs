namespace Snug.Desktop.Gtk;

/// <summary>A decoded picture; owned. It may be used on any thread, by one at a time.</summary>
internal sealed unsafe class Pixbuf : IDisposable
{
    private const int Rgb = 0, EightBits = 8, Bilinear = 2, WithAlpha = 4;

    private nint handle;

    private Pixbuf(nint handle) => this.handle = handle;

    public int Width => Native.gdk_pixbuf_get_width(Handle);

    public int Height => Native.gdk_pixbuf_get_height(Handle);

    internal nint Handle => handle != 0 ? handle : throw new ObjectDisposedException(nameof(Pixbuf));

    /// <summary>What the file's head says of its size in pixels, as it lies in the file; null when it is no picture.</summary>
    public static (int Width, int Height)? Measure(string path) =>
        Native.gdk_pixbuf_get_file_info(path, out var width, out var height) != 0 && width > 0 && height > 0 ? (width, height) : null;

    /// <summary>Decodes a file into a size; formats that can be read coarsely never take the memory of the whole.</summary>
    /// <returns>Null when it cannot be decoded.</returns>
    public static Pixbuf? Load(string path, int width, int height)
    {
        var made = Native.gdk_pixbuf_new_from_file_at_scale(path, width, height, keepShape: 0, out var error);
        if (made != 0) return new Pixbuf(made);
        _ = Fault.Take(error);
        return null;
    }

    /// <summary>A picture of one colour, for what is drawn here.</summary>
    public static Pixbuf Blank(int width, int height, bool hasAlpha = false)
    {
        var made = Native.gdk_pixbuf_new(Rgb, hasAlpha ? 1 : 0, EightBits, width, height);
        var pixbuf = made != 0 ? new Pixbuf(made) : throw new InsufficientMemoryException();
        for (var y = 0; y < height; y++) pixbuf.Row(y).Fill(255);
        return pixbuf;
    }

    /// <summary>The bytes of a line: red, green, blue, and how opaque where <see cref="Channels"/> is four.</summary>
    public Span<byte> Row(int y) =>
        new(Native.gdk_pixbuf_get_pixels(Handle) + (nint)y * Native.gdk_pixbuf_get_rowstride(Handle), Width * Channels);

    public int Channels => Native.gdk_pixbuf_get_n_channels(Handle);

    /// <summary>The picture turned as the camera was held; this one is given up.</summary>
    /// <exception cref="InsufficientMemoryException">There is no room for it beside this one, which is given up, too.</exception>
    public Pixbuf Upright() => Instead(Native.gdk_pixbuf_apply_embedded_orientation(Handle));

    /// <summary>The picture in another size; this one is given up.</summary>
    /// <exception cref="InsufficientMemoryException">There is no room for it beside this one, which is given up, too.</exception>
    public Pixbuf Scaled(int width, int height) =>
        (width, height) == (Width, Height) ? this : Instead(Native.gdk_pixbuf_scale_simple(Handle, width, height, Bilinear));

    public bool HasTransparency()
    {
        if (Channels != WithAlpha) return false;
        for (var y = 0; y < Height; y++)
        {
            var row = Row(y);
            for (var at = WithAlpha - 1; at < row.Length; at += WithAlpha)
                if (row[at] != byte.MaxValue) return true;
        }
        return false;
    }

    /// <summary>A PNG with nothing but the pixels in it.</summary>
    public byte[] ToPng() => Encode("png\0"u8, default, default);

    /// <summary>A JPEG of quality 85 with nothing but the pixels in it.</summary>
    public byte[] ToJpeg() => Encode("jpeg\0"u8, "quality\0"u8, "85\0"u8);

    public void Dispose()
    {
        if (handle != 0) Native.g_object_unref(handle);
        handle = 0;
    }

    private Pixbuf Instead(nint made)
    {
        Dispose();
        return made != 0 ? new Pixbuf(made) : throw new InsufficientMemoryException("There is not enough memory for this picture.");
    }

    private byte[] Encode(ReadOnlySpan<byte> type, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        fixed (byte* named = type, option = key, choice = value)
        {
            byte** keys = stackalloc byte*[] { option, null };
            byte** values = stackalloc byte*[] { choice, null };
            if (Native.gdk_pixbuf_save_to_bufferv(Handle, out var buffer, out var size, named, keys, values, out var error) == 0)
                throw new InvalidOperationException(Fault.Take(error).Text);
            var bytes = new ReadOnlySpan<byte>((void*)buffer, checked((int)size)).ToArray();
            Native.g_free(buffer);
            return bytes;
        }
    }
}
