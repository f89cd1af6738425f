namespace Snug.Server.Store.Contents;

/// <summary>A folder with one file for each content, named by its hash.</summary>
internal sealed class ContentFolder(string root)
{
    public string Root => root;

    /// <summary>Bytes that the disk has left.</summary>
    public long Free => new DriveInfo(root).AvailableFreeSpace;

    public string PathOf(string hash) => Path.Combine(root, hash[..2], hash[2..]);

    /// <summary>Puts a file in a content's place, whether or not it is there already: the bytes are the same.</summary>
    /// <exception cref="IOException">It cannot be put there.</exception>
    public void Place(string from, string hash)
    {
        var path = PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Move(from, path, overwrite: true);
    }

    /// <summary>Does something to the disk, and calls what goes wrong by its name.</summary>
    /// <exception cref="StoreException">The disk does not do it.</exception>
    public static T Try<T>(Func<T> touchDisk)
    {
        try
        {
            return touchDisk();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"a file could not be stored: {failure.Message}", failure);
        }
    }

    /// <inheritdoc cref="Try{T}"/>
    public static void Try(Action touchDisk) => Try(() =>
    {
        touchDisk();
        return true;
    });
}
