namespace Snug.Desktop.Gtk;

/// <summary>A line on a widget that the pointer can take hold of and move sideways.</summary>
internal static class Dragged
{
    // GtkEventSequenceState's numbers.
    private const int Claimed = 1, Denied = 2;

    /// <param name="on">Something around the line that stays where it is while the line moves.</param>
    /// <param name="isAt">Whether a place, in pixels from the left, is on the line.</param>
    /// <param name="began">Hears that the line was taken hold of.</param>
    /// <param name="moved">Hears how far it has been moved to the right since then, in pixels.</param>
    public static void OnDraggedSideways(this Widget on, Func<double, bool> isAt, Action began, Action<double> moved)
    {
        var drag = new Obj { Handle = Native.gtk_gesture_drag_new() };
        // Before what lies under the line: a press there is for the line alone.
        Native.gtk_event_controller_set_propagation_phase(drag.Handle, Widget.CapturePhase);
        drag.On("drag-begin", emission =>
        {
            var isHeld = isAt(emission.Arguments[1].AsDouble());
            _ = Native.gtk_gesture_set_state(drag.Handle, isHeld ? Claimed : Denied);
            if (isHeld) began();
            return false;
        });
        drag.On("drag-update", emission => { moved(emission.Arguments[1].AsDouble()); return false; });
        Native.gtk_widget_add_controller(on.Handle, drag.Handle);

        var motion = new Obj { Handle = Native.gtk_event_controller_motion_new() };
        var isShown = false;
        motion.On("motion", emission =>
        {
            var isOver = isAt(emission.Arguments[1].AsDouble());
            if (isOver != isShown) Native.gtk_widget_set_cursor_from_name(on.Handle, isOver ? "col-resize" : null);
            isShown = isOver;
            return false;
        });
        Native.gtk_widget_add_controller(on.Handle, motion.Handle);
    }
}
