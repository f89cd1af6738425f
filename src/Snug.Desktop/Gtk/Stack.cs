namespace Snug.Desktop.Gtk;

internal sealed class Stack : Widget
{
    public void Add(Widget page, string name) => _ = Native.gtk_stack_add_named(Handle, page.Handle, name);

    /// <summary>The page that is shown, by its name.</summary>
    public string Shown
    {
        get => GetText("visible-child-name");
        set => Set("visible-child-name", value);
    }
}
