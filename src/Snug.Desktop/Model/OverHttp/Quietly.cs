using Snug.Client;

namespace Snug.Desktop.Model.OverHttp;

/// <summary>For what is fetched on the side: it is asked for again sooner or later, and a banner says already that the server is away.</summary>
internal static class Quietly
{
    /// <returns>Whether it was done.</returns>
    public static async Task<bool> DoAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (ChatException)
        {
            return false;
        }
    }
}
