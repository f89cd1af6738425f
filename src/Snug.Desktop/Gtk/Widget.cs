namespace Snug.Desktop.Gtk;

internal class Widget : Obj
{
    public const int CapturePhase = 1;

    // GtkAccessibleState's number.
    private const int AccessibleSelected = 7;

    public int Height => Native.gtk_widget_get_height(Handle);

    public int Width => Native.gtk_widget_get_width(Handle);

    /// <summary>Laid out from right to left, as Arabic and Hebrew desktops are.</summary>
    public bool IsMirrored => Native.gtk_widget_get_direction(Handle) == 2;

    /// <summary>Whether it has the keyboard's focus, itself or within.</summary>
    public bool HasFocusWithin
    {
        get
        {
            var root = Native.gtk_widget_get_root(Handle);
            var focus = root == 0 ? 0 : Native.gtk_window_get_focus(root);
            return focus != 0 && (focus == Handle || Native.gtk_widget_is_ancestor(focus, Handle) != 0);
        }
    }

    public bool HasFocus => GetBoolean("has-focus");

    /// <summary>Where it stands within a widget around it, in logical pixels; empty where it is not in view.</summary>
    public unsafe Rectangle PlaceIn(Widget around)
    {
        // graphene_rect_t: x, y, width and height.
        var bounds = stackalloc float[4];
        if (Native.gtk_widget_compute_bounds(Handle, around.Handle, bounds) == 0) return default;
        return new((int)bounds[0], (int)bounds[1], (int)bounds[2], (int)bounds[3]);
    }

    /// <summary>Hears where the pointer's other button went down, or a finger rested.</summary>
    public void OnSecondaryPress(Action<double, double> handler)
    {
        const int Secondary = 3;
        var click = new Obj { Handle = Native.gtk_gesture_click_new() };
        click.Set("button", Secondary);
        click.On("pressed", emission => { handler(emission.Arguments[2].AsDouble(), emission.Arguments[3].AsDouble()); return true; });
        Native.gtk_widget_add_controller(Handle, click.Handle);
    }

    public void Focus() => _ = Native.gtk_widget_grab_focus(Handle);

    public void AddClass(string name) => Native.gtk_widget_add_css_class(Handle, name);

    public void RemoveClass(string name) => Native.gtk_widget_remove_css_class(Handle, name);

    public void SetClass(string name, bool on)
    {
        if (on) AddClass(name);
        else RemoveClass(name);
    }

    /// <summary>The short sound or flash that says: this does not go.</summary>
    public void Bell() => Native.gtk_widget_error_bell(Handle);

    /// <summary>What a screen reader calls this widget.</summary>
    public void Name(string name) => Tell(AccessibleProperty.Label, name);

    /// <summary>What a screen reader says about this widget besides its name.</summary>
    public void Describe(string description) => Tell(AccessibleProperty.Description, description);

    /// <summary>Tells a screen reader whether this is the one of several that is chosen.</summary>
    public unsafe void TellSelected(bool isSelected)
    {
        var which = AccessibleSelected;
        // A third value would be for what cannot be chosen.
        using var value = Value.Of(isSelected ? 1 : 0);
        var copy = value;
        Native.gtk_accessible_update_state_value(Handle, 1, &which, &copy);
    }

    /// <summary>How far below another widget's top its own is, in pixels.</summary>
    public double TopIn(Widget other) =>
        Native.gtk_widget_translate_coordinates(Handle, other.Handle, 0, 0, out _, out var top) != 0 ? top : 0;

    /// <summary>Sees each key before the focused widget does; true keeps it from going there.</summary>
    public void OnKey(Func<KeyPress, bool> handler)
    {
        var keys = new Obj { Handle = Native.gtk_event_controller_key_new() };
        Native.gtk_event_controller_set_propagation_phase(keys.Handle, CapturePhase);
        keys.On("key-pressed", emission => handler(KeyPress.From(emission)));
        Native.gtk_widget_add_controller(Handle, keys.Handle);
    }

    /// <summary>Hears of a pointer's button going down on it, before the widget itself does.</summary>
    public void OnPress(Action handler)
    {
        var click = new Obj { Handle = Native.gtk_gesture_click_new() };
        Native.gtk_event_controller_set_propagation_phase(click.Handle, CapturePhase);
        click.On("pressed", handler);
        Native.gtk_widget_add_controller(Handle, click.Handle);
    }

    // GTK's own numbers (GtkAccessibleProperty).
    private enum AccessibleProperty { Description = 1, Label = 4 }

    private unsafe void Tell(AccessibleProperty property, string text)
    {
        var which = (int)property;
        using var value = Value.Of(text);
        var copy = value;
        Native.gtk_accessible_update_property_value(Handle, 1, &which, &copy);
    }
}
