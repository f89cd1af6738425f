using System.Text;
using Snug.Desktop.Gtk;
using Snug.Desktop.Settings;

namespace Snug.Desktop.Accounts;

/// <summary>Sessions in files that only their user can read, for desktops without a secret service.</summary>
internal sealed class SessionFiles(string folder)
{
    // A session is some hundred bytes.
    private const int Longest = 16 * 1024;

    /// <returns>What was kept, or null for nothing of use.</returns>
    public string? Find(string server, string name)
    {
        try
        {
            return PrivateFile.Read(PathOf(server, name), Longest) is { } kept ? Encoding.UTF8.GetString(kept) : null;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return null;
        }
    }

    /// <exception cref="IOException">It could not be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not the user's.</exception>
    public void Store(string server, string name, string secret) => PrivateFile.Write(PathOf(server, name), Encoding.UTF8.GetBytes(secret));

    /// <exception cref="IOException">It could not be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder is not the user's.</exception>
    public void Clear(string server, string name)
    {
        if (Directory.Exists(folder)) File.Delete(PathOf(server, name));
    }

    // A server's address has signs that no file name may have.
    private string PathOf(string server, string name) =>
        Path.Combine(folder, Checksum.OfText($"{server}\n{name}")[..32] + ".json");
}
