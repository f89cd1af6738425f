using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>What a library says went wrong: a GError, which is freed by reading it.</summary>
internal readonly record struct Fault(int Code, string Text)
{
    // GError: the domain and the code, 32 bits each, then the text.
    public static Fault Take(nint error)
    {
        if (error == 0) return new(0, "");
        var fault = new Fault(Marshal.ReadInt32(error, sizeof(int)), Marshal.PtrToStringUTF8(Marshal.ReadIntPtr(error, 2 * sizeof(int))) ?? "");
        Native.g_error_free(error);
        return fault;
    }
}
