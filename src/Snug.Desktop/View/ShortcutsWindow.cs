using Snug.Desktop.Gtk;

namespace Snug.Desktop.View;

/// <summary>The list of the keys that the window knows.</summary>
internal static class ShortcutsWindow
{
    public static void Show(Window over)
    {
        // The window belongs to itself and goes when it is closed.
        using var ui = new Builder("shortcuts.ui");
        var window = ui.Get<Window>("shortcuts");
        window.StandOver(over);
        window.Present();
    }
}
