namespace Snug.Desktop.Gtk;

/// <summary>A bar with a knob on it.</summary>
internal sealed class Scale : Widget
{
    /// <summary>Moves the knob; what hears <see cref="OnMoved"/> is not told.</summary>
    public void MoveTo(double value) => Native.gtk_range_set_value(Handle, value);

    /// <param name="step">How far an arrow key moves it.</param>
    /// <param name="page">How far Page Up moves it.</param>
    public void Span(double from, double to, double step, double page)
    {
        Native.gtk_range_set_range(Handle, from, to);
        Native.gtk_range_set_increments(Handle, step, page);
    }

    /// <summary>Tells where a person has moved the knob to, by pointer or keys.</summary>
    public void OnMoved(Action<double> moved) => On("change-value", emission =>
    {
        moved(emission.Arguments[2].AsDouble());
        return false;
    });
}
