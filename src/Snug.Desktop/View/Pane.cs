using Snug.Desktop.Gtk;

namespace Snug.Desktop.View;

/// <summary>A frame at a side of the window (AdwFlap), which lies over the conversation where the window is narrow.</summary>
internal sealed class Pane(Widget flap)
{
    public bool IsShown
    {
        get => flap.GetBoolean("reveal-flap");
        set => flap.Set("reveal-flap", value);
    }

    /// <summary>It lies over the conversation, and hides it.</summary>
    public bool Covers => flap.GetBoolean("folded") && IsShown;

    /// <returns>Whether it lay over the conversation, and does no more.</returns>
    public bool Uncover()
    {
        if (!Covers) return false;
        IsShown = false;
        return true;
    }
}
