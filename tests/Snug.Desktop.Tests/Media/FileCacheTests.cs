using Snug.Client;
using Snug.Desktop.Media;

namespace Snug.Desktop.Tests.Media;

public sealed class FileCacheTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Folder folder = new();
    private readonly ManualTime time = new();
    private int fetched;

    [Fact]
    public async Task A_file_is_fetched_once_and_only_its_user_can_read_it()
    {
        using var cache = Open(1000, WriteAsync);

        var path = await cache.GetAsync(FileOf("a", 100));
        var again = await cache.GetAsync(FileOf("a", 100));

        Assert.Equal((path, 1), (again, fetched));
        Assert.Equal(100, new FileInfo(path).Length);
        if (OperatingSystem.IsWindows()) return;
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
            File.GetUnixFileMode(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public async Task What_was_used_longest_ago_goes_first()
    {
        using var cache = Open(250, WriteAsync);
        foreach (var id in new[] { "a", "b" })
        {
            await cache.GetAsync(FileOf(id, 100));
            time.Advance(TimeSpan.FromMinutes(1));
        }
        Assert.NotNull(cache.Find(FileOf("a", 100)));
        time.Advance(TimeSpan.FromMinutes(1));

        await cache.GetAsync(FileOf("c", 100));

        Assert.NotNull(cache.Find(FileOf("a", 100)));
        Assert.Null(cache.Find(FileOf("b", 100)));
        Assert.NotNull(cache.Find(FileOf("c", 100)));
    }

    [Fact]
    public async Task A_transfer_that_fails_leaves_nothing_and_the_next_one_works()
    {
        var isBroken = true;
        using var cache = Open(1000, async (file, to, progress, cancel) =>
        {
            await to.WriteAsync(new byte[50], cancel);
            if (isBroken) throw new ServerLostException("lost");
            await to.WriteAsync(new byte[50], cancel);
        });

        await Assert.ThrowsAsync<ServerLostException>(() => cache.GetAsync(FileOf("a", 100)));
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*", SearchOption.AllDirectories));

        isBroken = false;
        await cache.GetAsync(FileOf("a", 100));
    }

    [Fact]
    public async Task Two_who_want_the_same_wait_for_one_transfer_which_ends_with_the_last_of_them()
    {
        TaskCompletionSource begun = new(), ended = new();
        using var cache = Open(1000, async (file, to, progress, cancel) =>
        {
            Interlocked.Increment(ref fetched);
            begun.TrySetResult();
            using (cancel.Register(() => ended.TrySetResult())) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        });
        using CancellationTokenSource first = new(), second = new();
        var one = cache.GetAsync(FileOf("a", 100), cancel: first.Token);
        var other = cache.GetAsync(FileOf("a", 100), cancel: second.Token);
        await begun.Task.WaitAsync(Patience);

        await first.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        Assert.False(ended.Task.IsCompleted);
        await second.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other);

        await ended.Task.WaitAsync(Patience);
        Assert.Equal(1, fetched);
    }

    [Fact]
    public async Task A_server_that_sends_another_length_is_not_believed()
    {
        using var cache = Open(1000, async (file, to, progress, cancel) => await to.WriteAsync(new byte[7], cancel));

        await Assert.ThrowsAsync<IOException>(() => cache.GetAsync(FileOf("a", 100)));

        Assert.Null(cache.Find(FileOf("a", 100)));
    }

    [Fact]
    public async Task An_id_is_no_path()
    {
        using var cache = Open(1000, WriteAsync);

        var path = await cache.GetAsync(FileOf("../../../x", 10));

        Assert.StartsWith(folder.Path, Path.GetFullPath(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_replaces_what_was_there_and_leaves_nothing_else()
    {
        using var desk = new FileDesk("server", WriteAsync, time, new CacheFolder(Path.Combine(folder.Path, "cache"), time));
        var target = folder.Write("mine.bin", new byte[3]);

        await desk.SaveAsync(FileOf("a", 100), target);

        Assert.Equal(100, new FileInfo(target).Length);
        Assert.Single(Directory.EnumerateFiles(folder.Path));
    }

    [Fact]
    public async Task Saving_leaves_what_stands_beside_it_alone_and_makes_a_file_like_that()
    {
        using var desk = new FileDesk("server", WriteAsync, time, new CacheFolder(Path.Combine(folder.Path, "cache"), time));
        var beside = folder.Write("mine.bin.part", new byte[3]);
        var target = Path.Combine(folder.Path, "mine.bin");

        await desk.SaveAsync(FileOf("a", 100), target);

        Assert.Equal(3, new FileInfo(beside).Length);
        if (!OperatingSystem.IsWindows()) Assert.Equal(File.GetUnixFileMode(beside), File.GetUnixFileMode(target));
    }

    public void Dispose() => folder.Dispose();

    private FileCache Open(long most, Fetch fetch) => new(new CacheFolder(folder.Path, time, most), "server", fetch);

    private async Task WriteAsync(Attachment file, Stream to, IProgress<long>? progress, CancellationToken cancel)
    {
        Interlocked.Increment(ref fetched);
        await to.WriteAsync(new byte[file.Size], cancel);
        progress?.Report(file.Size);
    }

    private static Attachment FileOf(string id, long size) => new() { Id = id, Url = "/f", Name = "f", Type = "text/plain", Size = size };
}
