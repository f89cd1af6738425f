using System.Security.Cryptography;

namespace Snug.Server.Store.Contents;

/// <summary>
/// Files that are coming in to a server, each under its upload's id. Where several servers share the folder each name begins with
/// its server's number, so that it is known whose it is after a crash.
/// </summary>
internal sealed class ArrivingFiles(string folder, long server)
{
    /// <summary>All that lies there, whichever server's it is.</summary>
    /// <exception cref="IOException">The folder cannot be made or read.</exception>
    public string[] FindAll()
    {
        Directory.CreateDirectory(folder);
        return Directory.GetFiles(folder);
    }

    /// <summary>Whose a file is, and what it is called there.</summary>
    public static (long Server, string Name) Read(string path)
    {
        var name = Path.GetFileName(path);
        return name.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot && long.TryParse(name.AsSpan(0, dot), out var server) ? (server, name[(dot + 1)..]) : (0, name);
    }

    public string PathOf(string name) => Path.Combine(folder, server == 0 ? name : $"{server}.{name}");

    public void Discard(string id) => File.Delete(PathOf(id));

    /// <inheritdoc cref="IContents.ReceiveAsync"/>
    public async Task<ReceivedFile> ReceiveAsync(string id, Stream body, CancellationToken cancel)
    {
        var path = PathOf(id);
        try
        {
            using var file = ContentFolder.Try(() => File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None));
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            using var head = new MemoryStream();
            var buffer = new byte[Limits.WriteBuffer];
            long size = 0;
            while (await body.ReadAsync(buffer, cancel) is > 0 and var count)
            {
                // The body's bytes come on a socket thread, and what follows blocks.
                await Task.Yield();
                hash.AppendData(buffer, 0, count);
                if (size < Limits.SniffedBytes) head.Write(buffer, 0, (int)Math.Min(count, Limits.SniffedBytes - size));
                ContentFolder.Try(() => RandomAccess.Write(file, buffer.AsSpan(0, count), size));
                size += count;
            }
            await Task.Yield();
            ContentFolder.Try(() => RandomAccess.FlushToDisk(file));
            return new(Convert.ToHexStringLower(hash.GetHashAndReset()), size, head.ToArray());
        }
        catch
        {
            File.Delete(path);
            throw;
        }
    }
}
