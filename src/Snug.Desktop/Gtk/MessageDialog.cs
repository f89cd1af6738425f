namespace Snug.Desktop.Gtk;

/// <summary>A question with a few answers (AdwMessageDialog), which belongs to itself and goes when it is answered.</summary>
internal sealed class MessageDialog : Widget
{
    /// <returns>The id of the answer that was chosen; of the one that is safe when the person closes it.</returns>
    public Task<string> AskAsync(Window over)
    {
        var answered = new TaskCompletionSource<string>();
        On("response", emission => { answered.TrySetResult(emission.Arguments[1].AsText()); return false; });
        Native.gtk_window_set_transient_for(Handle, over.Handle);
        Native.gtk_window_present(Handle);
        return answered.Task;
    }
}
