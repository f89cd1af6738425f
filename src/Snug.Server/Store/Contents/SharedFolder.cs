using System.Text;

namespace Snug.Server.Store.Contents;

/// <summary>A folder for uploads that the operator chose. It says which chat it belongs to, as another one would take away what it does not know.</summary>
internal static class SharedFolder
{
    private const string OwnerFile = "chat";

    /// <summary>Makes the folder where it is missing, and takes it for a chat; any number of servers of that chat may.</summary>
    /// <exception cref="StoreException">It cannot be used, or belongs to another chat.</exception>
    public static void Take(string root, string chat)
    {
        try
        {
            if (!Directory.Exists(root)) DataFolder.CreatePrivate(root);
            var path = Path.Combine(root, OwnerFile);
            if (!File.Exists(path)) Claim(path, chat);
            if (File.ReadAllText(path, Encoding.ASCII).Trim() != chat) throw new StoreException($"the folder {root} has the uploads of another chat");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the folder {root} cannot be used: {failure.Message}", failure);
        }
    }

    // Whole at once: servers that start at the same time must not read half of it.
    private static void Claim(string path, string chat)
    {
        var mine = $"{path}.{Path.GetRandomFileName()}";
        File.WriteAllText(mine, chat, Encoding.ASCII);
        try
        {
            File.Move(mine, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(mine);
        }
    }
}
