namespace Snug.Desktop.Gtk;

/// <summary>A key as X11 and GDK number it (gdkkeysyms.h), and whether Control, Shift or Alt is down.</summary>
internal readonly record struct KeyPress(uint Key, bool Control, bool Shift, bool Alt)
{
    public const uint Escape = 0xff1b, Tab = 0xff09, PageUp = 0xff55, PageDown = 0xff56, End = 0xff57, KeypadPageUp = 0xff9a, KeypadPageDown = 0xff9b, F9 = 0xffc6;

    public static KeyPress From(Emission keyPressed)
    {
        var held = keyPressed.Arguments[3].AsFlags();
        return new(keyPressed.Arguments[1].AsUInt(), (held & 4) != 0, (held & 1) != 0, (held & 8) != 0);
    }
}
