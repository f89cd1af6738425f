using Snug.Client;
using Snug.Desktop.Accounts;
using Snug.Desktop.Settings;
using Snug.Desktop.Gtk;
using Snug.Desktop.Tests.Apart;
using Snug.Desktop.Tests.Media;
using Snug.Desktop.View;

namespace Snug.Desktop.Tests.Light;

/// <summary>What <see cref="LightTests"/> has played in a process of its own, over the server that the environment names.</summary>
public sealed class WindowScenes
{
    public const string Server = "SNUG_TEST_SERVER";

    private const int Warm = 20, All = 120, LeastHandlers = 60;

    // It was 74, all of it in the first hundred windows and nothing after: why is not known.
    private const long MostGrowth = 100;

    [Fact(Explicit = true)]
    public Task A_hundred_windows() => Stage.PlayAsync(async () =>
    {
        using var left = new CancellationTokenSource();
        var entry = new HttpEntry(TokenStore.OfThisUser(TimeProvider.System), WindowStateFile.OfThisUser, TimeProvider.System);
        await using var talk = await HttpTalk.EnterAsync(new Uri(Environment.GetEnvironmentVariable(Server)!), new Entrance("cindy"), entry, left.Token);
        var talking = talk.RunAsync(left.Token);
        await Stage.UntilAsync("what was said", () => talk.Chat.Open.Conversation.Lines.Count > 40);

        var windows = new List<WeakReference>();
        var (handlers, megabytes) = (0, 0L);
        for (var number = 1; number <= All; number++)
        {
            windows.Add(await OpenAndCloseAsync(talk));
            if (number == Warm) (handlers, megabytes) = (Closure.Count, Usage.Megabytes(Environment.ProcessId));
            if (number % 10 == 0) Part.Tell($"{number} windows, {Closure.Count} handlers, {Usage.Megabytes(Environment.ProcessId)} MB");
        }

        await Stage.UntilAsync("every handler to be let go", () => Closure.Count <= handlers);
        await Stage.UntilAsync("every window to be forgotten", () =>
        {
            GC.Collect();
            return windows.Count(window => window.IsAlive) <= 1;
        });
        Assert.InRange(Usage.Megabytes(Environment.ProcessId) - megabytes, long.MinValue, MostGrowth);
        await left.CancelAsync();
        await Task.WhenAny(talking);
    });

    private static async Task<WeakReference> OpenAndCloseAsync(HttpTalk talk)
    {
        var before = Closure.Count;
        using var window = new ChatWindow(talk.Chat);
        window.Present();
        await Stage.UntilAsync("the lines", () => Closure.Count > before + LeastHandlers);
        window.Close();
        await window.Closed;
        return new WeakReference(window);
    }
}
