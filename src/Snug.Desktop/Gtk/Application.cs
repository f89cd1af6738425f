using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>
/// The program as the desktop knows it on the session bus: what may show notifications, and is told which one was chosen. The
/// windows and the main loop are not its business.
/// </summary>
internal sealed class Application : IDisposable
{
    /// <summary>Also the name of the <c>.desktop</c> file and of the icon: desktops find each by the other.</summary>
    public const string Id = "chat.snug.Snug";

    // Two people at one desktop have a program each: the second one is not to be sent away.
    private const uint NonUnique = 1 << 5;
    private const string Open = "open";

    private readonly nint handle;
    private readonly nint bus;
    private readonly uint name;

    private Application(nint handle, nint bus)
    {
        this.handle = handle;
        this.bus = bus;
        // Desktops that keep notifications themselves (GNOME) bring the chosen one back to who has this name. Who comes second
        // waits in line for it.
        name = Native.g_bus_own_name_on_connection(bus, Id, 0, 0, 0, 0, 0);
        var text = Native.g_variant_type_new("s");
        var open = new Obj { Handle = Native.g_simple_action_new(Open, text) };
        Native.g_variant_type_free(text);
        open.On("activate", emission => { Chosen?.Invoke(TextOf(emission.Arguments[1])); return false; });
        Native.g_action_map_add_action(handle, open.Handle);
        open.Release();
    }

    /// <summary>The person has chosen the notification with this id.</summary>
    public event Action<string>? Chosen;

    /// <summary>Null where there is no session bus.</summary>
    public static Application? TryRegister()
    {
        var handle = Native.g_application_new(Id, NonUnique);
        if (Native.g_application_register(handle, 0, out var error) == 0) Native.g_error_free(error);
        else if (Native.g_application_get_dbus_connection(handle) is not 0 and var bus) return new Application(handle, bus);
        Native.g_object_unref(handle);
        return null;
    }

    /// <summary>Shows it, in the place of an earlier one with the same id.</summary>
    public void Notify(string id, string title, string body, string category)
    {
        var notification = Native.g_notification_new(title);
        Native.g_notification_set_body(notification, body);
        Native.g_notification_set_category(notification, category);
        var icon = Native.g_themed_icon_new(Id);
        Native.g_notification_set_icon(notification, icon);
        Native.g_object_unref(icon);
        Native.g_notification_set_default_action_and_target_value(notification, "app." + Open, Native.g_variant_new_string(id));
        Native.g_application_send_notification(handle, id, notification);
        Native.g_object_unref(notification);
    }

    public void Withdraw(string id) => Native.g_application_withdraw_notification(handle, id);

    public void Dispose()
    {
        Native.g_bus_unown_name(name);
        // What was withdrawn last is still on its way, and the program may end now.
        if (Native.g_dbus_connection_flush_sync(bus, 0, out var error) == 0) Native.g_error_free(error);
        Native.g_object_unref(handle);
    }

    private static string TextOf(in Value variant) =>
        Marshal.PtrToStringUTF8(Native.g_variant_get_string(Native.g_value_get_variant(variant), 0)) ?? "";
}
