namespace Snug.Server.Store;

/// <summary>The folder a single server keeps everything in, held by one server at a time.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;
    private bool isTemporary;

    private DataFolder(string path, FileStream held)
    {
        Path = path;
        this.held = held;
    }

    public string Path { get; }

    public const string DatabaseName = "snug.db";

    public string Database => System.IO.Path.Combine(Path, DatabaseName);

    /// <summary>Makes the folder where it is missing and takes it for this server.</summary>
    /// <exception cref="StoreException">It cannot be made or written to, or another server has it.</exception>
    public static DataFolder Take(string path)
    {
        try
        {
            // Only the server's own user may read what people said.
            if (!Directory.Exists(path)) CreatePrivate(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"the data folder {path} cannot be made: {failure.Message}", failure);
        }

        try
        {
            // The lock goes with the process, so a server that was killed leaves none behind.
            var held = new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new DataFolder(path, held);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new StoreException($"the data folder {path} cannot be written to: {failure.Message}", failure);
        }
        catch (IOException failure)
        {
            throw new StoreException(
                failure.HResult == WouldBlock ? $"the data folder {path} is in use by another server" : $"the data folder {path} cannot be used: {failure.Message}",
                failure);
        }
    }

    /// <summary>A folder for one run of a server whose chat is kept elsewhere; it goes with the server.</summary>
    /// <exception cref="StoreException">It cannot be made.</exception>
    public static DataFolder TakeTemporary()
    {
        try
        {
            var path = Directory.CreateTempSubdirectory("snug-").FullName;
            var held = new FileStream(System.IO.Path.Combine(path, TemporaryLock), FileMode.Create, FileAccess.ReadWrite, FileShare.None);
            RemoveAbandoned(File.GetLastWriteTimeUtc(held.SafeFileHandle) - Limits.TemporaryAge);
            return new DataFolder(path, held) { isTemporary = true };
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"a temporary folder cannot be made: {failure.Message}", failure);
        }
    }

    // EWOULDBLOCK, which is how the lock says that it is held (Linux: errno.h; elsewhere the longer message comes out).
    private const int WouldBlock = 11;

    // Only a folder for one run has a file of this name: whatever else begins with the same word is somebody's.
    private const string TemporaryLock = "temporary";

    // Those of servers that were killed: without this each would leave a cache full of files behind.
    private static void RemoveAbandoned(DateTime before)
    {
        foreach (var path in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), "snug-*"))
        {
            try
            {
                var file = System.IO.Path.Combine(path, TemporaryLock);
                if (!File.Exists(file) || File.GetLastWriteTimeUtc(file) > before) continue;
                using (new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) Directory.Delete(path, recursive: true);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // Somebody holds it, or it is not ours.
            }
        }
    }

    public void Dispose()
    {
        held.Dispose();
        if (isTemporary) Directory.Delete(Path, recursive: true);
    }

    /// <summary>Makes a folder that only the server's own user may look into.</summary>
    public static void CreatePrivate(string path)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(path);
        else Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
