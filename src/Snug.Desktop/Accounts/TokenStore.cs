using Snug.Client;
using Snug.Desktop.Settings;

namespace Snug.Desktop.Accounts;

/// <summary>
/// Keeps sessions, so that who was in is in again: in the desktop's secret service where there is one, else in a file that only
/// the user can read. Nothing here waits longer than three seconds, and the main loop never does.
/// </summary>
internal sealed class TokenStore(string folder, TimeProvider time)
{
    private readonly SessionKeyring keyring = new(time);
    private readonly SessionFiles files = new(folder);

    /// <summary>The one of the user who runs the program.</summary>
    public static TokenStore OfThisUser(TimeProvider time) => new(Path.Combine(Folders.Data, "sessions"), time);

    /// <returns>The session kept for this name on this server, or null.</returns>
    public async Task<Session?> ReadAsync(Uri server, string name)
    {
        var (address, key) = KeyOf(server, name);
        // A file is there only when the secret service did not take the newest session.
        var kept = await Task.Run(() => files.Find(address, key));
        if (kept is null)
        {
            try
            {
                kept = await keyring.FindAsync(address, key);
            }
            catch (IOException)
            {
                return null;
            }
        }
        try
        {
            return kept is null ? null : Session.FromJson(kept);
        }
        catch (FormatException)
        {
            // Not ours, or cut off: who it belonged to comes in anew.
            return null;
        }
    }

    /// <returns>Whether it is kept; otherwise the person has to come in anew the next time.</returns>
    public async Task<bool> WriteAsync(Uri server, Session session)
    {
        var (address, key) = KeyOf(server, session.User.Name);
        var json = session.ToJson();
        try
        {
            await keyring.StoreAsync(address, key, json);
            return await TryAsync(() => files.Clear(address, key));
        }
        catch (IOException)
        {
            return await TryAsync(() => files.Store(address, key, json));
        }
    }

    /// <summary>Forgets it, wherever it is kept.</summary>
    public async Task ForgetAsync(Uri server, string name)
    {
        var (address, key) = KeyOf(server, name);
        await TryAsync(() => files.Clear(address, key));
        try
        {
            await keyring.ClearAsync(address, key);
        }
        catch (IOException)
        {
            // A service that is not there keeps nothing; in one that does not answer the token stays, which the server has ended.
        }
    }

    private static async Task<bool> TryAsync(Action work)
    {
        try
        {
            await Task.Run(work);
            return true;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // No two names of a server differ in case alone.
    private static (string Server, string Name) KeyOf(Uri server, string name) =>
        (server.GetLeftPart(UriPartial.Authority), name.ToLowerInvariant());
}
