using System.Runtime.InteropServices;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.Tests.Media;

/// <summary>A window with an empty box in it.</summary>
internal sealed partial class Room : IDisposable
{
    private const string Gtk4 = "libgtk-4.so.1";

    public Room()
    {
        Window = new() { Handle = gtk_window_new() };
        Box = new() { Handle = Native.gtk_box_new(orientation: 1, spacing: 6) };
        Box.Set("valign", 1);
        gtk_window_set_child(Window.Handle, Box.Handle);
        Window.Set("default-width", 520);
        Window.Present();
    }

    public Desktop.Gtk.Window Window { get; }

    public Widget Box { get; }

    public void Dispose() => Window.Destroy();

    [LibraryImport(Gtk4)] private static partial nint gtk_window_new();
    [LibraryImport(Gtk4)] private static partial void gtk_window_set_child(nint window, nint child);
}
