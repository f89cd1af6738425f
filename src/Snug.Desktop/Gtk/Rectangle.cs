using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>A GdkRectangle, in logical pixels.</summary>
[StructLayout(LayoutKind.Sequential)]
internal record struct Rectangle(int X, int Y, int Width, int Height);
