using Snug.Desktop.Gtk;

namespace Snug.Desktop.Media;

/// <summary>The small pictures that were shown last: a row that comes back into view has its picture at once.</summary>
internal sealed class Thumbnails : IDisposable
{
    // Bytes: thirty of a usual size, twice as many screens as one scrolls to and fro.
    private const long Most = 16L * 1024 * 1024;

    private readonly Dictionary<string, LinkedListNode<(string Key, Texture Texture)>> byKey = [];
    private readonly LinkedList<(string Key, Texture Texture)> newestFirst = [];
    private long sum;
    private bool isDisposed;

    /// <summary>The picture; it stays this one's, and is to be shown before anything is awaited.</summary>
    public Texture? Find(string key)
    {
        if (!byKey.TryGetValue(key, out var node)) return null;
        newestFirst.Remove(node);
        newestFirst.AddFirst(node);
        return node.Value.Texture;
    }

    /// <summary>Takes over a picture; one that was made when the window had gone already is given up.</summary>
    public void Add(string key, Texture texture)
    {
        if (isDisposed)
        {
            texture.Dispose();
            return;
        }
        Forget(key);
        byKey[key] = newestFirst.AddFirst((key, texture));
        sum += SizeOf(texture);
        while (sum > Most && newestFirst.Count > 1) Forget(newestFirst.Last!.Value.Key);
    }

    public void Dispose()
    {
        isDisposed = true;
        while (newestFirst.First is { } first) Forget(first.Value.Key);
    }

    private void Forget(string key)
    {
        if (!byKey.Remove(key, out var node)) return;
        newestFirst.Remove(node);
        sum -= SizeOf(node.Value.Texture);
        node.Value.Texture.Dispose();
    }

    private static long SizeOf(Texture texture) => 4L * texture.Width * texture.Height;
}
