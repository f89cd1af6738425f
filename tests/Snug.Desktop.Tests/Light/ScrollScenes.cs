using System.Globalization;
using Snug.Client;
using Snug.Desktop.Accounts;
using Snug.Desktop.Settings;
using Snug.Desktop.Tests.Apart;
using Snug.Desktop.Tests.Media;
using Snug.Desktop.View;

namespace Snug.Desktop.Tests.Light;

/// <summary>What <see cref="SmoothTests"/> has played in a process of its own, over the server that the environment names.</summary>
public sealed class ScrollScenes
{
    // As a flick of the fingers: some 9,000 logical pixels in a second of sixty frames.
    private const double Step = 150;

    [Fact(Explicit = true)]
    public Task Through_a_long_room() => Stage.PlayAsync(async () =>
    {
        using var left = new CancellationTokenSource();
        var entry = new HttpEntry(TokenStore.OfThisUser(TimeProvider.System), WindowStateFile.OfThisUser, TimeProvider.System);
        var url = new Uri(Environment.GetEnvironmentVariable(WindowScenes.Server)!);
        await using var talk = await HttpTalk.EnterAsync(url, new Entrance("cindy"), entry, left.Token);
        var talking = talk.RunAsync(left.Token);
        await Stage.UntilAsync("what was said", () => talk.Chat.Open.Conversation.Lines.Count > 40);
        using var window = new ChatWindow(talk.Chat);
        window.Present();
        var scroll = window.Scroll;
        await Stage.UntilAsync("a list that is longer than the window", () => scroll.Newest > scroll.Page && scroll.Position > 0);

        var frames = 0;
        var up = await FrameTimes.OfAsync(window.Window, () =>
        {
            Progress(frames++);
            scroll.Position = Math.Max(0, scroll.Position - Step);
            return talk.Chat.Open.HasOlder || scroll.Position > 0;
        });
        var down = await FrameTimes.OfAsync(window.Window, () =>
        {
            Progress(frames++);
            scroll.Position = Math.Min(scroll.Newest, scroll.Position + Step);
            return scroll.Position < scroll.Newest - 1;
        });

        Tell("up", up);
        Tell("down", down);
        await left.CancelAsync();
        await Task.WhenAny(talking);
    });

    // Who waits for a word would give it up on a busy machine.
    private static void Progress(int frames)
    {
        if (frames % 50 == 0) Part.Tell($"{frames} frames");
    }

    private static void Tell(string way, (IReadOnlyList<double> Times, IReadOnlyList<double> Work) frames)
    {
        Part.Tell($"{way}: work of a frame {Line(frames.Work)}");
        Part.Tell($"{way}: time of a frame {Line(frames.Times)}");
    }

    private static string Line(IReadOnlyList<double> all) => string.Create(CultureInfo.InvariantCulture,
        $"{all[all.Count / 2]:0.0} ms at the median, {all[all.Count * 99 / 100]:0.0} ms at the 99th percentile, {all[^1]:0.0} ms at the longest, of {all.Count}");
}
