using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

internal static unsafe class Toolkit
{
    private const uint ApplicationPriority = 600;

    private static readonly HashSet<string> Laid = [];

    /// <summary>Starts GTK and libadwaita on the calling thread, which becomes the only one that may use them.</summary>
    /// <returns>Why it cannot be, or null when it could.</returns>
    public static string? Start(string program, string title)
    {
        if (Libraries.Missing() is { } missing) return missing;

        QuietLibraries();
        Native.g_set_prgname(program);
        Native.g_set_application_name(title);
        if (Native.gtk_init_check() == 0) return "there is no display to open a window on (is DISPLAY or WAYLAND_DISPLAY set?)";

        Native.adw_init();
        Native.gtk_window_set_default_icon_name(Application.Id);
        return null;
    }

    /// <summary>Lays a style sheet over libadwaita's, for all windows; what lies there already is left.</summary>
    /// <exception cref="InvalidOperationException">The style sheet has a mistake.</exception>
    public static void Style(string file)
    {
        if (!Laid.Add(file)) return;
        var css = Resource.Read(file);
        var provider = new Obj { Handle = Native.gtk_css_provider_new() };
        var isWrong = false;
        provider.On("parsing-error", () => isWrong = true);
        fixed (byte* start = css) Native.gtk_css_provider_load_from_data(provider.Handle, start, css.Length);
        if (isWrong) throw new InvalidOperationException($"{file} has a mistake; run with SNUG_DEBUG=1 to see where.");

        Native.gtk_style_context_add_provider_for_display(Native.gdk_display_get_default(), provider.Handle, ApplicationPriority);
        provider.Release();
    }

    /// <summary>What was copied last, in any program, is a picture and no text.</summary>
    public static bool HasCopiedPicture
    {
        get
        {
            const nuint Text = 16 << 2;
            var formats = Native.gdk_clipboard_get_formats(Native.gdk_display_get_clipboard(Native.gdk_display_get_default()));
            return Native.gdk_content_formats_contain_gtype(formats, Native.gdk_texture_get_type()) != 0
                && Native.gdk_content_formats_contain_gtype(formats, Text) == 0;
        }
    }

    public static void Copy(string text) =>
        Native.gdk_clipboard_set_text(Native.gdk_display_get_clipboard(Native.gdk_display_get_default()), text);

    // Without a session bus, a settings portal or a GPU the libraries warn about each on standard error: nothing that a person
    // in a chat could act on. Who looks for a mistake sets SNUG_DEBUG, or GLib's own G_DEBUG, and sees everything.
    private static void QuietLibraries()
    {
        if (IsSet("SNUG_DEBUG") || IsSet("G_DEBUG")) return;
        Native.g_log_set_writer_func(&Drop, 0, 0);
    }

    private static bool IsSet(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Drop(int level, nint fields, nuint count, nint data) => 1;
}
