namespace Snug.Desktop.Gtk;

/// <summary>A key as X11 and GDK number it (gdkkeysyms.h), and which of Control, Shift and Alt are down.</summary>
internal readonly record struct KeyPress(uint Key, bool Control, bool Shift = false, bool Alt = false)
{
    public const uint Escape = 0xff1b, Tab = 0xff09, BackTab = 0xfe20, Return = 0xff0d, KeypadEnter = 0xff8d, Up = 0xff52, Down = 0xff54, PageUp = 0xff55, PageDown = 0xff56, End = 0xff57,
        KeypadPageUp = 0xff9a, KeypadPageDown = 0xff9b, F1 = 0xffbe, F8 = 0xffc5, F9 = 0xffc6, F10 = 0xffc7, Menu = 0xff67;

    // GdkModifierType.
    private const uint ShiftMask = 1, ControlMask = 4, AltMask = 8;

    public static KeyPress From(Emission keyPressed)
    {
        var state = keyPressed.Arguments[3].AsFlags();
        return new(keyPressed.Arguments[1].AsUInt(), (state & ControlMask) != 0, (state & ShiftMask) != 0, (state & AltMask) != 0);
    }
}
