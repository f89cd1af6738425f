using System.Runtime.InteropServices;

namespace Snug.Desktop.Gtk;

/// <summary>GLib's checksums. Those of .NET are OpenSSL's, which would take megabytes of a window that needs nothing else of it.</summary>
internal static class Checksum
{
    private const int Sha256 = 2;

    /// <summary>SHA-256 of a text's UTF-8, as 64 small hexadecimal digits. Any thread may ask. A zero character ends the text.</summary>
    public static string OfText(string text)
    {
        var digits = Native.g_compute_checksum_for_string(Sha256, text, -1);
        try
        {
            return Marshal.PtrToStringUTF8(digits)!;
        }
        finally
        {
            Native.g_free(digits);
        }
    }
}
