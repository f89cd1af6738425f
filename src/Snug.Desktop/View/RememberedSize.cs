using Snug.Desktop.Gtk;
using Snug.Desktop.Settings;

namespace Snug.Desktop.View;

/// <summary>Opens a window as large as it was left.</summary>
internal static class RememberedSize
{
    /// <summary>Before the window is presented.</summary>
    public static void Apply(this WindowState state, Window window)
    {
        window.Set("default-width", state.Width);
        window.Set("default-height", state.Height);
        window.Set("maximized", state.IsMaximized);
    }

    /// <summary>With the size that the window has now, or had before it was maximised.</summary>
    public static WindowState With(this WindowState state, Window window) => state with
    {
        Width = (int)window.GetDouble("default-width"),
        Height = (int)window.GetDouble("default-height"),
        IsMaximized = window.GetBoolean("maximized"),
    };
}
