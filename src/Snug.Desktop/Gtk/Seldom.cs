namespace Snug.Desktop.Gtk;

/// <summary>
/// A part of a box that few boxes show: it is made when it is wanted, and taken away when it is no more. A list has some
/// two hundred rows at once, and a widget costs its kilobytes also while it is hidden.
/// </summary>
/// <param name="box">A GtkBox.</param>
/// <param name="file">The <c>.ui</c> file that has the part, by the id <c>part</c>.</param>
/// <param name="below">What stands before it; where that is null, it is put in at the beginning.</param>
/// <param name="made">Told of each that is made, while it can still be asked for what is in it.</param>
internal sealed class Seldom<T>(Widget box, string file, Func<Widget?> below, Action<Builder>? made = null) where T : Widget, new()
{
    /// <summary>The part; null while it is not there.</summary>
    public T? Part { get; private set; }

    public T Show()
    {
        if (Part is not null) return Part;
        using var ui = new Builder(file);
        Part = ui.Get<T>("part");
        made?.Invoke(ui);
        Native.gtk_box_insert_child_after(box.Handle, Part.Handle, below()?.Handle ?? 0);
        return Part;
    }

    /// <summary>Shows a part that is a label, or takes it away where there is nothing to say.</summary>
    public void Say(string? text)
    {
        if (text is null) Remove();
        else Show().Set("label", text);
    }

    public void Remove()
    {
        if (Part is null) return;
        Native.gtk_box_remove(box.Handle, Part.Handle);
        Part = null;
    }
}
