namespace Snug.Desktop.Gtk;

/// <summary>
/// Where a scrolled area stands, in pixels: it shows <see cref="Page"/> of <see cref="Upper"/> from <see cref="Position"/> on.
/// </summary>
internal sealed class Adjustment : Obj
{
    public double Position
    {
        get => GetDouble("value");
        set => Set("value", value);
    }

    public double Upper => GetDouble("upper");

    public double Page => GetDouble("page-size");

    public double Newest => Math.Max(0, Upper - Page);
}
