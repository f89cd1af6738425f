namespace Snug.Server.Store.Contents;

/// <summary>Contents that were sent or asked for lately, as files in a server's own folder: the least lately used go first, but none that is held.</summary>
internal sealed class ContentCache
{
    // What a file takes on the disk: many small ones are bounded too.
    private const long Block = 4096;

    private readonly ContentFolder folder;
    private readonly long most;
    private readonly Lock gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> known = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> byUse = new();

    /// <summary>Takes up what the folder has.</summary>
    /// <param name="folder">Its files are the cache's alone.</param>
    /// <param name="most">Bytes that files which nobody holds may take.</param>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public ContentCache(ContentFolder folder, long most)
    {
        (this.folder, this.most) = (folder, most);
        Directory.CreateDirectory(folder.Root);
        var found =
            from shelf in new DirectoryInfo(folder.Root).EnumerateDirectories("??")
            from file in shelf.EnumerateFiles()
            orderby file.LastAccessTimeUtc
            select (Hash: shelf.Name + file.Name, file.Length);
        foreach (var (hash, size) in found) Add(hash, size);
        DropOldest();
    }

    /// <summary>Bytes that the files take on the disk.</summary>
    public long Bytes { get; private set; }

    /// <summary>A content for as long as it is held; null where it is not here.</summary>
    public HeldContent? TryHold(string hash)
    {
        lock (gate)
        {
            if (!known.TryGetValue(hash, out var entry)) return null;
            if (File.Exists(folder.PathOf(hash))) return Hold(entry);
            // Somebody tidied up.
            Drop(entry);
            return null;
        }
    }

    /// <summary>Moves a file to its place, and holds it.</summary>
    /// <exception cref="IOException">It cannot be moved.</exception>
    public HeldContent Put(string hash, string from)
    {
        lock (gate)
        {
            var size = new FileInfo(from).Length;
            folder.Place(from, hash);
            var held = Hold(known.TryGetValue(hash, out var entry) ? entry : Add(hash, size));
            DropOldest();
            return held;
        }
    }

    /// <summary>Has a content go, as soon as nobody holds it.</summary>
    public void Remove(string hash)
    {
        lock (gate)
        {
            if (!known.TryGetValue(hash, out var entry)) return;
            entry.Value.IsUnwanted = true;
            if (entry.Value.Holders == 0) Drop(entry);
        }
    }

    private HeldContent Hold(LinkedListNode<Entry> entry)
    {
        entry.Value.Holders++;
        byUse.Remove(entry);
        byUse.AddLast(entry);
        return new(folder.PathOf(entry.Value.Hash), () => Release(entry));
    }

    private void Release(LinkedListNode<Entry> entry)
    {
        lock (gate)
        {
            if (--entry.Value.Holders > 0) return;
            if (entry.Value.IsUnwanted && entry.List is not null) Drop(entry);
            DropOldest();
        }
    }

    private LinkedListNode<Entry> Add(string hash, long size)
    {
        var entry = byUse.AddLast(new Entry(hash, (size + Block - 1) / Block * Block));
        known[hash] = entry;
        Bytes += entry.Value.Size;
        return entry;
    }

    private void DropOldest()
    {
        for (var (entry, next) = (byUse.First, byUse.First?.Next); entry is not null && Bytes > most; (entry, next) = (next, next?.Next))
            if (entry.Value.Holders == 0) Drop(entry);
    }

    private void Drop(LinkedListNode<Entry> entry)
    {
        try
        {
            File.Delete(folder.PathOf(entry.Value.Hash));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // It is found again at the next start.
        }
        known.Remove(entry.Value.Hash);
        byUse.Remove(entry);
        Bytes -= entry.Value.Size;
    }

    private sealed class Entry(string hash, long size)
    {
        public string Hash => hash;

        public long Size => size;

        public int Holders { get; set; }

        public bool IsUnwanted { get; set; }
    }
}
