namespace Snug.Desktop.Gtk;

internal sealed class Entry : Widget
{
    public string Text
    {
        get => GetText("text");
        set
        {
            Set("text", value);
            Native.gtk_editable_set_position(Handle, -1);
        }
    }

    /// <summary>Puts the cursor where it was; grabbing the focus plainly selects the text, and the next key would replace it.</summary>
    public void FocusKeepingText() => _ = Native.gtk_entry_grab_focus_without_selecting(Handle);
}
