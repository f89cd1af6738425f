using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>
/// The secret service of the desktop (GNOME Keyring, KWallet), by libsecret. Each call waits for another program, which may be
/// asking its user for a password: never on the main loop, and <see cref="Cancellation"/> ends it.
/// </summary>
internal static class SecretService
{
    private const int TextAttribute = 0;

    private static readonly string[] Attributes = ["server", "name"];

    // Lives as long as the program.
    private static readonly Lazy<nint> Schema = new(MakeSchema);

    /// <exception cref="IOException">It is absent, locked or was given up waiting for.</exception>
    public static void Store(string server, string name, string label, string secret, Cancellation cancel)
    {
        using var item = new Table(server, name);
        _ = Native.secret_password_storev_sync(Schema.Value, item.Handle, 0, label, secret, cancel.Handle, out var error);
        ThrowIf(error);
    }

    /// <returns>The secret, or null when none is kept.</returns>
    /// <exception cref="IOException">It is absent, locked or was given up waiting for.</exception>
    public static string? Find(string server, string name, Cancellation cancel)
    {
        using var item = new Table(server, name);
        var secret = Native.secret_password_lookupv_sync(Schema.Value, item.Handle, cancel.Handle, out var error);
        ThrowIf(error);
        try
        {
            return Marshal.PtrToStringUTF8(secret);
        }
        finally
        {
            // Also wipes it.
            if (secret != 0) Native.secret_password_free(secret);
        }
    }

    /// <exception cref="IOException">It is absent, locked or was given up waiting for.</exception>
    public static void Clear(string server, string name, Cancellation cancel)
    {
        using var item = new Table(server, name);
        _ = Native.secret_password_clearv_sync(Schema.Value, item.Handle, cancel.Handle, out var error);
        ThrowIf(error);
    }

    private static void ThrowIf(nint error)
    {
        if (error == 0) return;
        // GError: the domain and the code, 32 bits each, then the text.
        var message = Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(error, 2 * sizeof(int)));
        Native.g_error_free(error);
        throw new IOException($"the secret service: {message}");
    }

    private static nint MakeSchema()
    {
        using var types = new Table();
        foreach (var attribute in Attributes) types.Add(attribute, TextAttribute);
        return Native.secret_schema_newv("chat.snug.Session", 0, types.Handle);
    }

    /// <summary>Ends a call that another thread is in.</summary>
    public sealed class Cancellation : IDisposable
    {
        public nint Handle { get; } = Native.g_cancellable_new();

        public void Cancel() => Native.g_cancellable_cancel(Handle);

        public void Dispose() => Native.g_object_unref(Handle);
    }

    // A GHashTable whose keys, and whose values where they are texts, are its own.
    private sealed class Table : IDisposable
    {
        private static readonly nint GLib = NativeLibrary.Load(Libraries.GLib);

        public Table() => Handle = Make(freeValue: 0);

        public Table(string server, string name)
        {
            Handle = Make(Export("g_free"));
            string[] values = [server, name];
            foreach (var (attribute, value) in Attributes.Zip(values)) Add(attribute, Native.g_strdup(value));
        }

        public nint Handle { get; }

        public void Add(string key, nint value) => _ = Native.g_hash_table_insert(Handle, Native.g_strdup(key), value);

        public void Dispose() => Native.g_hash_table_unref(Handle);

        private static nint Make(nint freeValue) =>
            Native.g_hash_table_new_full(Export("g_str_hash"), Export("g_str_equal"), Export("g_free"), freeValue);

        private static nint Export(string function) => NativeLibrary.GetExport(GLib, function);
    }
}
