using System.Globalization;
using System.Text.Json;

namespace Snug.Client;

// The file of an outbox, written anew and renamed into place at every change: whatever the moment the program or the system ends,
// the file is the old one or the new one. A second file is held locked, so that no two outboxes write over each other.
internal sealed class OutboxFile : IDisposable
{
    private readonly string path;
    private readonly FileStream hold;

    /// <exception cref="IOException">The folder cannot be used, or another outbox is open there.</exception>
    public OutboxFile(string folder, long user)
    {
        Directory.CreateDirectory(folder);
        // A file for each user: nothing must ever be posted in another's name.
        path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"outbox-{user}.json"));
        hold = new FileStream(Path.ChangeExtension(path, ".lock"), Private(FileMode.OpenOrCreate));
    }

    /// <summary>What waited when the program ended, or why that cannot be known.</summary>
    public (IReadOnlyList<QueuedPost> Posts, OutboxSetAside? SetAside) Load(DateTimeOffset now)
    {
        if (!File.Exists(path)) return ([], null);
        try
        {
            return (Read(), null);
        }
        catch (Exception damage) when (damage is JsonException or InvalidDataException)
        {
            var aside = Path.ChangeExtension(path, string.Create(CultureInfo.InvariantCulture, $".damaged-{now:yyyyMMdd-HHmmss}.json"));
            File.Move(path, aside, overwrite: true);
            return ([], new OutboxSetAside(aside, damage.Message));
        }
    }

    /// <exception cref="OutboxFullException">It would be larger than it may be.</exception>
    public void Save(IReadOnlyList<QueuedPost> posts)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new OutboxContent(OutboxContent.CurrentVersion, posts), ClientJson.Default.OutboxContent);
        if (content.Length > Limits.OutboxFile) throw new OutboxFullException(posts.Count - 1);

        var written = path + ".new";
        using (var file = new FileStream(written, Private(FileMode.Create)))
        {
            file.Write(content);
            // On the disk before the rename, or a power cut could leave a renamed but empty file.
            file.Flush(flushToDisk: true);
        }
        File.Move(written, path, overwrite: true);
    }

    public void Dispose() => hold.Dispose();

    private IReadOnlyList<QueuedPost> Read()
    {
        using var file = File.OpenRead(path);
        if (file.Length > Limits.OutboxFile) throw new InvalidDataException($"it has more than {Limits.OutboxFile} bytes");

        var content = JsonSerializer.Deserialize(file, ClientJson.Default.OutboxContent);
        if (content?.Version != OutboxContent.CurrentVersion) throw new InvalidDataException("it is of another version");
        if (content.Posts.Any(post => post?.Message?.Nonce is null)) throw new InvalidDataException("a message in it has no nonce");
        return content.Posts;
    }

    // What waits to be said is as private as what was said.
    private static FileStreamOptions Private(FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
