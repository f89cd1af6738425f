using System.Security;

namespace Snug.Desktop.Gtk;

internal sealed class ToastOverlay : Widget
{
    /// <summary>Says something at the foot of the window for some seconds.</summary>
    public void Tell(string sentence) =>
        // A toast's title is markup. The overlay takes the toast over.
        Native.adw_toast_overlay_add_toast(Handle, Native.adw_toast_new(SecurityElement.Escape(sentence)));
}
