namespace Snug.Desktop.Media;

/// <summary>
/// A folder of files that can be fetched again, bounded in bytes: those that were used longest ago go first. Only whole files
/// have their names.
/// </summary>
internal sealed class CacheFolder(string root, TimeProvider time, long mostBytes = CacheFolder.UsualBytes)
{
    /// <summary>A few thousand pictures.</summary>
    public const long UsualBytes = 200L * 1024 * 1024;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const string Partial = ".part";

    // Longer than any transfer takes: what is older was left by a program that was ended.
    private static readonly TimeSpan OldestPartial = TimeSpan.FromHours(6);

    // Nobody comes back for a recording after a week.
    private static readonly TimeSpan OldestRecording = TimeSpan.FromDays(7);

    private readonly Lock trimming = new();
    private long counter;

    public string Root { get; } = root;

    /// <summary>Where recordings are until they are sent. They do not count, and do not go for want of room.</summary>
    public string Recordings => Path.Combine(Root, "recordings");

    /// <summary>The user's own: $XDG_CACHE_HOME/snug/files, or where the system keeps such things.</summary>
    public static CacheFolder OfUser(TimeProvider time)
    {
        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } set && Path.IsPathRooted(set) ? set
            : OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        return new(Path.Combine(caches, "snug", "files"), time);
    }

    /// <summary>Whether a file is here, whole; it then counts as used now.</summary>
    public bool Holds(string path, long size)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length != size) return false;
        try
        {
            file.LastWriteTimeUtc = time.GetUtcNow().UtcDateTime;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another window has just removed it, or it is not ours to touch: it may still be read.
        }
        return true;
    }

    /// <summary>Writes a file, which has its name only when all of it is there, and makes room for it.</summary>
    /// <returns>Its path.</returns>
    /// <exception cref="IOException">It cannot be written, or has another length than was said.</exception>
    public async Task<string> StoreAsync(string path, long size, Func<Stream, Task> write)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        var part = $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref counter)}{Partial}";
        try
        {
            await using (var to = Create(part))
            {
                await write(to);
                if (to.Length != size) throw new IOException("The file has another length than was said.");
            }
            File.Move(part, path, overwrite: true);
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
        }
        finally
        {
            File.Delete(part);
        }
        TryTrim(keep: path);
        return path;
    }

    /// <summary>A new file that only the user can read.</summary>
    public static FileStream Create(string path)
    {
        MakeFolder(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    private void TryTrim(string keep)
    {
        try
        {
            Trim(keep);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Another window makes room at the same time: what is too much goes with the next file. This one is stored.
        }
    }

    private void Trim(string keep)
    {
        lock (trimming)
        {
            long sum = 0;
            var newestFirst = new DirectoryInfo(Root).EnumerateFiles("*", SearchOption.AllDirectories)
                .OrderByDescending(file => file.FullName == keep).ThenByDescending(file => file.LastWriteTimeUtc).ToList();
            foreach (var file in newestFirst)
            {
                if (LongestUnfinished(file) is { } longest)
                {
                    if (time.GetUtcNow().UtcDateTime - file.LastWriteTimeUtc > longest) Remove(file);
                    continue;
                }
                sum += file.Length;
                if (sum > mostBytes && file.FullName != keep) Remove(file);
            }
        }
    }

    /// <summary>How long something is kept that is not whole yet, or exists nowhere else; null for what can be fetched again.</summary>
    private TimeSpan? LongestUnfinished(FileInfo file) =>
        file.Name.EndsWith(Partial, StringComparison.Ordinal) ? OldestPartial
        : file.DirectoryName == Recordings ? OldestRecording
        : null;

    private static void Remove(FileInfo file)
    {
        try
        {
            file.Delete();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // In use, on a system that holds such files: it goes the next time.
        }
    }

    private static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
    }
}
