using System.Diagnostics.CodeAnalysis;

namespace Snug.Desktop.Accounts;

/// <summary>Where a chat is, as people write it: <c>chat.example.org</c> and <c>127.0.0.1:8080</c> will do.</summary>
internal static class ChatAddress
{
    private const int OwnPort = 8080;

    /// <summary>Whether it is an address; where it says nothing else, http:// and port 8080 on this computer, https:// elsewhere.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out Uri? address)
    {
        var written = text.Trim();
        var isBare = !written.Contains("://", StringComparison.Ordinal);
        if (!Uri.TryCreate(isBare ? $"https://{written}" : written, UriKind.Absolute, out address)) return false;
        if (isBare && address.IsLoopback) address = new UriBuilder(address) { Scheme = "http", Port = address.IsDefaultPort ? OwnPort : address.Port }.Uri;
        return address.Scheme is "http" or "https" && address.Host.Length > 0;
    }

    /// <exception cref="FormatException">It is none.</exception>
    public static Uri Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"\"{text}\" is not an address");
}
