using System.Text;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.View;

/// <summary>
/// A colour for each person. It comes from the name, so that it is the same at every start; only when somebody in this
/// window has it already, the next free one is taken.
/// </summary>
internal sealed class Palette
{
    // As many as style.css has.
    public const int Colors = 11;

    private readonly Dictionary<string, int> taken = [];

    public void Paint(Widget widget, string name) => widget.AddClass($"person-{ColorOf(name)}");

    public void Unpaint(Widget widget, string name) => widget.RemoveClass($"person-{ColorOf(name)}");

    public int ColorOf(string name)
    {
        if (taken.TryGetValue(name, out var color)) return color;

        color = (int)(HashOf(name) % Colors);
        // With more people than colours, some must share: remembering them all would have no bound.
        if (taken.Count == Colors) return color;
        while (taken.ContainsValue(color)) color = (color + 1) % Colors;
        return taken[name] = color;
    }

    // FNV-1a: string.GetHashCode differs from one start to the next. Its upper half is the better mixed one.
    private static uint HashOf(string name)
    {
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(name)) hash = unchecked((hash ^ b) * 16777619u);
        return hash >> 16;
    }
}
