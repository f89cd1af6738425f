namespace Snug.Desktop.Gtk;

/// <summary>A row of a form (AdwEntryRow, AdwPasswordEntryRow): its title, and what is typed into it.</summary>
internal sealed class EntryRow : Widget
{
    public string Title
    {
        set => Set("title", value);
    }

    public string Text
    {
        get => GetText("text");
        set
        {
            Set("text", value);
            Native.gtk_editable_set_position(Handle, -1);
        }
    }

    public bool IsVisible
    {
        get => GetBoolean("visible");
        set => Set("visible", value);
    }

    /// <summary>Paints it as what is wrong in the form.</summary>
    public bool IsWrong
    {
        set => SetClass("error", value);
    }
}
