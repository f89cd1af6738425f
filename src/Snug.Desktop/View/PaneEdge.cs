using Snug.Desktop.Gtk;

namespace Snug.Desktop.View;

/// <summary>The edge between a pane and the conversation, which a person moves to make the pane as wide as they like.</summary>
internal sealed class PaneEdge
{
    // Narrower, names could not be read; wider, the pane would be larger than what it is beside. In logical pixels.
    private const int Least = 180, Most = 480;

    // How far beside the line a press still takes hold of it.
    private const int Reach = 5;

    private readonly Widget flap;
    private readonly Widget pane;
    private readonly Widget beside;
    private readonly bool isAtEnd;
    private int widthBefore;
    private int room;

    /// <param name="flap">The AdwFlap.</param>
    /// <param name="pane">What stands at its side.</param>
    /// <param name="beside">What gets narrower when the pane gets wider.</param>
    /// <param name="isAtEnd">The pane stands where lines end, rather than where they begin.</param>
    public PaneEdge(Widget flap, Widget pane, Widget beside, bool isAtEnd)
    {
        (this.flap, this.pane, this.beside, this.isAtEnd) = (flap, pane, beside, isAtEnd);
        flap.OnDraggedSideways(IsAt, Begin, Move);
    }

    /// <summary>How wide the pane is, in logical pixels; null while nobody has chosen that.</summary>
    public int? Width { get; private set; }

    /// <summary>Makes the pane as wide as somebody has left it.</summary>
    public void Apply(int? width)
    {
        if (width is { } chosen) Widen(Math.Clamp(chosen, Least, Most));
    }

    private bool IsOnLeft => isAtEnd == flap.IsMirrored;

    private bool IsAt(double x)
    {
        if (!flap.GetBoolean("reveal-flap") || flap.GetBoolean("folded")) return false;
        var place = pane.PlaceIn(flap);
        return Math.Abs(x - (IsOnLeft ? place.X + place.Width : place.X)) <= Reach;
    }

    private void Begin()
    {
        widthBefore = pane.Width;
        // What is beside it must not get so narrow that the pane would be folded away from under the pointer.
        room = Math.Max(0, beside.Width - beside.GetInt("width-request"));
    }

    private void Move(double right)
    {
        var wider = (int)(IsOnLeft ? right : -right);
        Widen(Math.Max(Least, Math.Min(Most, widthBefore + Math.Min(room, wider))));
    }

    private void Widen(int width)
    {
        Width = width;
        pane.Set("width-request", width);
    }
}
