using System.Runtime.InteropServices;
using static Snug.Desktop.Gtk.Libraries;

namespace Snug.Desktop.Gtk;

// libsecret is loaded when it is first called: a system without it has no secret service either.
internal static unsafe partial class Native
{
    private const string Secret = "libsecret-1.so.0";

    [LibraryImport(Secret, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint secret_schema_newv(string name, int flags, nint attributeTypes);
    [LibraryImport(Secret, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int secret_password_storev_sync(
        nint schema, nint attributes, nint collection, string label, string password, nint cancel, out nint error);
    [LibraryImport(Secret)]
    public static partial nint secret_password_lookupv_sync(nint schema, nint attributes, nint cancel, out nint error);
    [LibraryImport(Secret)]
    public static partial int secret_password_clearv_sync(nint schema, nint attributes, nint cancel, out nint error);
    [LibraryImport(Secret)] public static partial void secret_password_free(nint password);

    [LibraryImport("libgio-2.0.so.0")] public static partial nint g_cancellable_new();
    [LibraryImport("libgio-2.0.so.0")] public static partial void g_cancellable_cancel(nint cancellable);
    [LibraryImport(GLib)] public static partial nint g_hash_table_new_full(nint hash, nint equal, nint freeKey, nint freeValue);
    [LibraryImport(GLib)] public static partial int g_hash_table_insert(nint table, nint key, nint value);
    [LibraryImport(GLib)] public static partial void g_hash_table_unref(nint table);
    [LibraryImport(GLib, StringMarshalling = StringMarshalling.Utf8)] public static partial nint g_strdup(string text);
}
