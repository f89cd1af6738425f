using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>The desktop's own dialog that asks for a file. It lives until it is answered.</summary>
internal static class FileDialog
{
    private const int Open = 0, Save = 1, Accepted = -3;

    /// <param name="name">What the file is called unless the person changes it.</param>
    /// <returns>Where to save; null when the person does not want to, or <paramref name="cancel"/> took the dialog away.</returns>
    public static async Task<string?> SaveAsync(Window? parent, string title, string accept, string name, CancellationToken cancel = default)
    {
        var dialog = Make(parent, title, Save, accept);
        Native.gtk_file_chooser_set_current_name(dialog.Handle, name);
        return await AskAsync(dialog, cancel) is [var chosen, ..] ? chosen : null;
    }

    /// <returns>The chosen files; none when the person does not want to.</returns>
    public static Task<IReadOnlyList<string>> OpenAsync(Window? parent, string title, string accept, CancellationToken cancel = default)
    {
        var dialog = Make(parent, title, Open, accept);
        Native.gtk_file_chooser_set_select_multiple(dialog.Handle, 1);
        return AskAsync(dialog, cancel);
    }

    private static Obj Make(Window? parent, string title, int action, string accept)
    {
        var dialog = new Obj { Handle = Native.gtk_file_chooser_native_new(title, parent?.Handle ?? 0, action, accept, null) };
        Native.gtk_native_dialog_set_modal(dialog.Handle, 1);
        return dialog;
    }

    private static async Task<IReadOnlyList<string>> AskAsync(Obj dialog, CancellationToken cancel)
    {
        var answer = new TaskCompletionSource<IReadOnlyList<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        dialog.On("response", emission =>
        {
            answer.TrySetResult(Native.g_value_get_int(emission.Arguments[1]) == Accepted ? Chosen(dialog) : []);
            return false;
        });
        Native.gtk_native_dialog_show(dialog.Handle);
        using (cancel.Register(() => answer.TrySetResult([])))
        {
            var paths = await answer.Task;
            Native.gtk_native_dialog_destroy(dialog.Handle);
            dialog.Release();
            return paths;
        }
    }

    // What has no path (a place on the network that is not mounted) cannot be read or written here.
    private static List<string> Chosen(Obj dialog)
    {
        var files = Native.gtk_file_chooser_get_files(dialog.Handle);
        var paths = new List<string>();
        for (var at = 0u; at < Native.g_list_model_get_n_items(files); at++)
        {
            var file = Native.g_list_model_get_item(files, at);
            var path = Native.g_file_get_path(file);
            if (Marshal.PtrToStringUTF8(path) is { } text) paths.Add(text);
            Native.g_free(path);
            Native.g_object_unref(file);
        }
        Native.g_object_unref(files);
        return paths;
    }
}
