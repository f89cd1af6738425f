using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;
using Snug.Desktop.View.Files;

namespace Snug.Desktop.Tests.Media;

public sealed class FileScenes : IDisposable
{
    private static readonly Attachment
        Photo = FileOf("photo", "cat-800x600.jpg", "image/jpeg", 0), Broken = FileOf("broken", "dog-90x90.png", "image/png", 9),
        Other = FileOf("other", "bird-300x900.png", "image/png", 0), Paper = FileOf("paper", "notes\u202E.pdf", "application/pdf", 9),
        Voice = FileOf("voice", "voice-2030-01-02-03-04-05.ogg", "audio/ogg", 9);

    private readonly Folder folder = new();

    [Fact(Explicit = true)]
    public Task A_picture_keeps_its_place_free_and_then_fills_it() => Stage.PlayAsync(async () =>
    {
        var gate = new TaskCompletionSource();
        using var desk = Open(gate.Task);
        using var room = new Room();
        using var view = new AttachmentsView(desk, room.Box);

        view.Show([Sized(Photo)], "cindy");
        await Stage.UntilAsync("the place", () => room.Box.Height > 0);
        var before = room.Box.Height;
        gate.SetResult();
        await Stage.UntilAsync("the picture", () => desk.Thumbnails.Find("photo 420x315") is not null);

        Assert.InRange(before, 315, 330);
        Assert.Equal(before, room.Box.Height);
    });

    [Fact(Explicit = true)]
    public Task A_row_that_shows_other_files_gives_up_the_ones_before() => Stage.PlayAsync(async () =>
    {
        var asked = new List<string>();
        var given = new List<string>();
        using var desk = new FileDesk("server", async (file, to, progress, cancel) =>
        {
            lock (asked) asked.Add(file.Id);
            using var registration = cancel.Register(() => { lock (given) given.Add(file.Id); });
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
        }, TimeProvider.System, new CacheFolder(folder.Path, TimeProvider.System));
        using var room = new Room();
        using var view = new AttachmentsView(desk, room.Box);

        view.Show([Photo], "cindy");
        await Stage.UntilAsync("the transfer", () => asked.Contains("photo"));
        view.Show([Other], "ethan");
        await Stage.UntilAsync("the other transfer", () => asked.Contains("other"));

        await Stage.UntilAsync("the first to be given up", () => given.Contains("photo"));
        Assert.DoesNotContain("other", given);
        view.Clear();
        await Stage.UntilAsync("both to be given up", () => given.Contains("other"));
    });

    [Fact(Explicit = true)]
    public Task Fifty_times_of_every_view_leave_none() => Stage.PlayAsync(async () =>
    {
        using var desk = Open(Task.CompletedTask);
        var views = new List<WeakReference>();
        for (var turn = 0; turn < 50; turn++) await ShowAllAsync(desk, views);

        await Stage.UntilAsync("views to be freed", () =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return views.Count(view => view.IsAlive) <= 4;
        });
    });

    [Fact(Explicit = true)]
    public Task What_was_pasted_is_made_ready_as_a_file_is() => Stage.PlayAsync(async () =>
    {
        using var pixels = Pixbuf.Blank(3000, 20, hasAlpha: true);
        using var pasted = new Texture(pixels);

        var sent = await PictureShrinker.ShrinkAsync(pasted, "picture-1.png");

        Assert.Equal(("picture-1-2048x14.png", "image/png"), (sent.Name, sent.Type));
    });

    [Fact(Explicit = true)]
    public Task A_recording_is_taken_or_thrown_away() => Stage.PlayAsync(async () =>
    {
        using var desk = Open(Task.CompletedTask);
        using var room = new Room();

        var bar = await RecorderBar.StartAsync(desk, room.Box);
        await Stage.UntilAsync("the bar", () => room.Box.Height > 0);
        bar.Dispose();

        Assert.Null(await bar.Result);
        Assert.Empty(Directory.EnumerateFiles(folder.Path, "*.ogg", SearchOption.AllDirectories));
    });

    public void Dispose() => folder.Dispose();

    // Not inlined into the loop, whose state would keep the last views alive.
    private async Task ShowAllAsync(FileDesk desk, List<WeakReference> views)
    {
        var room = new Room();
        var view = new AttachmentsView(desk, room.Box);
        var pending = new PendingFileView(room.Box, "cat.png", 100, () => { });
        var large = new PictureWindow(desk, Sized(Photo), "cindy");
        views.AddRange([new(view), new(pending), new(large)]);
        FilePart[] parts = [new PictureView(desk, room.Box, Sized(Photo), "cindy"), new SoundView(desk, room.Box, Voice), new FileView(desk, room.Box, Paper)];
        views.AddRange(parts.Select(part => new WeakReference(part)));
        view.Show([Sized(Photo), Sized(Other), Broken, Paper, Voice], "cindy");
        large.Present(room.Window);
        await Stage.UntilAsync("the window", () => room.Box.Height > 300);
        view.Show([Broken], "ethan");
        pending.Report(50);
        await Task.Yield();
        // Half of them go with their window.
        if (views.Count / 6 % 2 == 0)
        {
            view.Dispose();
            foreach (var part in parts) part.Dispose();
        }
        large.Dispose();
        room.Dispose();
    }

    private FileDesk Open(Task gate) => new("server", async (file, to, progress, cancel) =>
    {
        await gate;
        await to.WriteAsync(Bytes(file), cancel);
    }, TimeProvider.System, new CacheFolder(folder.Path, TimeProvider.System));

    private static byte[] Bytes(Attachment file) => file.Id switch
    {
        "photo" => Photograph.FromCamera(600, 800),
        "other" => Photograph.Drawing(300, 900),
        _ => new byte[file.Size],
    };

    private static Attachment Sized(Attachment file) => file with { Size = Bytes(file).Length };

    private static Attachment FileOf(string id, string name, string type, long size) =>
        new() { Id = id, Url = $"/{id}", Name = name, Type = type, Size = size };
}
