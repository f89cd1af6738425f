using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

// A GValue: its type, and two words that only GLib reads. One that was made here must be unset with Dispose.
[StructLayout(LayoutKind.Sequential)]
internal struct Value : IDisposable
{
    // GLib's fundamental types are their number shifted by two.
    private const int Boolean = 5 << 2, Int = 6 << 2, Double = 15 << 2, Text = 16 << 2, Object = 20 << 2;

    private nuint type;
    private long first;
    private long second;

    public static Value Of(bool b)
    {
        var value = Empty(Boolean);
        Native.g_value_set_boolean(ref value, b ? 1 : 0);
        return value;
    }

    public static Value Of(int i)
    {
        var value = Empty(Int);
        Native.g_value_set_int(ref value, i);
        return value;
    }

    public static Value Of(double d)
    {
        var value = Empty(Double);
        Native.g_value_set_double(ref value, d);
        return value;
    }

    public static Value Of(string text)
    {
        var value = Empty(Text);
        Native.g_value_set_string(ref value, text);
        return value;
    }

    public static Value Of(Obj obj)
    {
        var value = Empty(Object);
        Native.g_value_set_object(ref value, obj.Handle);
        return value;
    }

    public static Value ForBoolean() => Empty(Boolean);

    public static Value ForInt() => Empty(Int);

    public static Value ForDouble() => Empty(Double);

    public static Value ForText() => Empty(Text);

    public static Value ForObject() => Empty(Object);

    public readonly bool AsBoolean() => Native.g_value_get_boolean(this) != 0;

    public readonly int AsInt() => Native.g_value_get_int(this);

    public readonly double AsDouble() => Native.g_value_get_double(this);

    public readonly uint AsUInt() => Native.g_value_get_uint(this);

    public readonly int AsEnum() => Native.g_value_get_enum(this);

    public readonly uint AsFlags() => Native.g_value_get_flags(this);

    public readonly string AsText() => Marshal.PtrToStringUTF8(Native.g_value_get_string(this)) ?? "";

    public readonly nint AsObject() => Native.g_value_get_object(this);

    public void Answer(bool b) => Native.g_value_set_boolean(ref this, b ? 1 : 0);

    public void Dispose() => Native.g_value_unset(ref this);

    private static Value Empty(nuint type)
    {
        var value = default(Value);
        Native.g_value_init(ref value, type);
        return value;
    }
}
