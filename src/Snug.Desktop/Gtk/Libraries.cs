using System.Reflection;
using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

// The imports name the libraries as Debian's packages install them; other systems call them differently.
internal static class Libraries
{
    public const string GLib = "libglib-2.0.so.0";
    public const string Gio = "libgio-2.0.so.0";
    public const string GObject = "libgobject-2.0.so.0";
    public const string Gtk4 = "libgtk-4.so.1";
    public const string Adwaita = "libadwaita-1.so.0";

    /// <summary>What the person has to install, or null when everything is there.</summary>
    public static string? Missing()
    {
        NativeLibrary.SetDllImportResolver(
            typeof(Libraries).Assembly, (name, _, _) => TryLoad(name, out var library) ? library : 0);
        string[] needed = [GLib, GObject, Gtk4, Adwaita];
        var absent = needed.FirstOrDefault(name => !TryLoad(name, out _));
        return absent is null
            ? null
            : $"{absent} cannot be loaded: install GTK 4 and libadwaita "
                + "(on Debian and Ubuntu: sudo apt install libgtk-4-1 libadwaita-1-0)";
    }

    private static bool TryLoad(string name, out nint library) =>
        NativeLibrary.TryLoad(NameHere(name), Assembly.GetExecutingAssembly(), null, out library);

    // libgtk-4.so.1 is libgtk-4.1.dylib on macOS and libgtk-4-1.dll on Windows.
    private static string NameHere(string name)
    {
        if (OperatingSystem.IsLinux()) return name;
        var parts = name.Split(".so.");
        return OperatingSystem.IsMacOS() ? $"{parts[0]}.{parts[1]}.dylib" : $"{parts[0]}-{parts[1]}.dll";
    }
}
