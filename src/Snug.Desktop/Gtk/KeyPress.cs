namespace Snug.Desktop.Gtk;

/// <summary>A key as X11 and GDK number it (gdkkeysyms.h), and whether Control is down.</summary>
internal readonly record struct KeyPress(uint Key, bool Control)
{
    public const uint Escape = 0xff1b, Tab = 0xff09, BackTab = 0xfe20, PageUp = 0xff55, PageDown = 0xff56, End = 0xff57,
        KeypadPageUp = 0xff9a, KeypadPageDown = 0xff9b, F9 = 0xffc6;

    private const uint ControlMask = 4;

    public static KeyPress From(Emission keyPressed) =>
        new(keyPressed.Arguments[1].AsUInt(), (keyPressed.Arguments[3].AsFlags() & ControlMask) != 0);
}
