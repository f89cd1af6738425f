namespace Snug.Desktop.Gtk;

/// <summary>What the entries of a menu below a widget do, each by its name: <c>menu.about</c> is <c>about</c> of the group <c>menu</c>.</summary>
internal sealed class Actions
{
    private readonly nint group = Native.g_simple_action_group_new();

    /// <param name="over">The widget; it keeps the actions from here on.</param>
    /// <param name="name">The name of the group.</param>
    public Actions(Widget over, string name)
    {
        Native.gtk_widget_insert_action_group(over.Handle, name, group);
        Native.g_object_unref(group);
    }

    /// <returns>The action; its property <c>enabled</c> can be set.</returns>
    public Obj Add(string name, Action act)
    {
        var action = new Obj { Handle = Native.g_simple_action_new(name, 0) };
        action.On("activate", act);
        Native.g_action_map_add_action(group, action.Handle);
        // The group keeps it.
        action.Release();
        return action;
    }
}
