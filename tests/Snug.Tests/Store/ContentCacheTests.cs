using Snug.Server.Store.Contents;
using Snug.Tests.Running;

namespace Snug.Tests.Store;

public sealed class ContentCacheTests : IDisposable
{
    // What a file takes on the disk at least.
    private const long Block = 4096;

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_least_lately_used_goes_first()
    {
        var cache = new ContentCache(new(folder.Path), 3 * Block);
        foreach (var hash in (string[])["aaaa", "bbbb", "cccc"]) Put(cache, hash).Dispose();
        cache.TryHold("aaaa")!.Dispose();

        Put(cache, "dddd").Dispose();

        Assert.Equal(["aaaa", "cccc", "dddd"], Known(cache));
        Assert.Equal(3 * Block, cache.Bytes);
    }

    [Fact]
    public void What_is_held_stays_and_goes_when_it_is_let_go_of()
    {
        var cache = new ContentCache(new(folder.Path), Block);
        var held = Put(cache, "aaaa");
        Put(cache, "bbbb").Dispose();
        Assert.Equal("aaaa", File.ReadAllText(held.Path));
        cache.Remove("aaaa");
        Assert.True(File.Exists(held.Path));

        held.Dispose();
        held.Dispose();

        Assert.False(File.Exists(held.Path));
        Assert.Empty(Known(cache));
        Assert.Equal(0, cache.Bytes);
    }

    [Fact]
    public void A_restart_takes_up_what_is_there_within_the_bound()
    {
        var before = new ContentCache(new(folder.Path), 3 * Block);
        foreach (var hash in (string[])["aaaa", "bbbb", "cccc"]) Put(before, hash).Dispose();

        var after = new ContentCache(new(folder.Path), 2 * Block);

        Assert.Equal(2, Known(after).Count);
        Assert.Equal(2 * Block, after.Bytes);
    }

    private HeldContent Put(ContentCache cache, string hash)
    {
        var coming = folder.File("coming");
        File.WriteAllText(coming, hash);
        return cache.Put(hash, coming);
    }

    private static List<string> Known(ContentCache cache)
    {
        List<string> known = [];
        foreach (var hash in (string[])["aaaa", "bbbb", "cccc", "dddd"])
        {
            using var held = cache.TryHold(hash);
            if (held is not null) known.Add(hash);
        }
        return known;
    }
}
