namespace Snug.Desktop.Settings;

/// <summary>A small file that only its user can read, written as a whole or not at all.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnFolder = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode OwnFile = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="IOException">It could not be written; what was there before still is.</exception>
    /// <exception cref="UnauthorizedAccessException">Its folder is not the user's.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else
        {
            Directory.CreateDirectory(folder, OwnFolder);
            if (File.GetUnixFileMode(folder) != OwnFolder) File.SetUnixFileMode(folder, OwnFolder);
        }

        // Two programs of one person may write at once: each its own, and the last one stays.
        var written = $"{path}.{Environment.ProcessId}";
        File.Delete(written);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnFile;
        try
        {
            using (var file = new FileStream(written, options))
            {
                file.Write(content);
                file.Flush(flushToDisk: true);
            }
            File.Move(written, path, overwrite: true);
        }
        catch
        {
            File.Delete(written);
            throw;
        }
    }

    /// <returns>What is in it; null when it is not there.</returns>
    /// <exception cref="InvalidDataException">It is longer than <paramref name="longest"/> bytes.</exception>
    /// <exception cref="IOException">It could not be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It is not the user's to read.</exception>
    public static byte[]? Read(string path, int longest)
    {
        try
        {
            using var file = File.OpenRead(path);
            if (file.Length > longest) throw new InvalidDataException($"{path} is longer than {longest} bytes");
            var content = new byte[file.Length];
            file.ReadExactly(content);
            return content;
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
