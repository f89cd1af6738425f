using System.Text.Json;
using Snug.Desktop.Gtk;
using Snug.Desktop.Notify;
using Snug.Desktop.Tests.Apart;
using Snug.Desktop.Tests.Window;

namespace Snug.Desktop.Tests.Notify;

public sealed class NotifierTests
{
    [Fact]
    public async Task A_notification_tells_who_said_what_and_leads_there_when_it_is_chosen()
    {
        await using var bus = await SessionBus.OpenAsync();
        await using var desktop = await DesktopAsync(bus);
        await using var part = Part.Start(typeof(NotifierTests), nameof(Two_rooms_have_news), bus.Environment);

        var first = await SeenAsync(desktop);
        Assert.Equal(("ethan in tea", "look: ‹b›here‹/b› & there"), (Text(first, "title"), Text(first, "body")));
        var second = await SeenAsync(desktop);
        Assert.Equal(("zoe", new string('x', 300) + "…"), (Text(second, "title"), Text(second, "body")));

        await desktop.WriteAsync("choose\n");
        Assert.Equal("came to zoe", await part.HearAsync());

        // What nobody would answer any more goes with the program.
        var closed = await SeenAsync(desktop);
        Assert.Equal(first.GetProperty("number").GetInt32(), closed.GetProperty("number").GetInt32());
        Assert.True(closed.GetProperty("closed").GetBoolean());
        await part.EndAsync();
    }

    [Fact]
    public async Task Without_a_desktop_that_shows_them_nothing_happens()
    {
        await using var bus = await SessionBus.OpenAsync();

        await Part.RunAsync(typeof(NotifierTests), nameof(Nobody_shows_them), bus.Environment);
        await Part.RunAsync(
            typeof(NotifierTests), nameof(Nobody_shows_them),
            new Dictionary<string, string?>(bus.Environment) { ["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere" });
    }

    [Fact(Explicit = true)]
    public void Two_rooms_have_news() => MainLoop.Run(async _ =>
    {
        using var notifier = new Notifier();
        var chosen = new TaskCompletionSource<string>();
        notifier.Send("room-1", "ethan in tea", "look: <b>here</b> & there", () => chosen.TrySetResult("tea"));
        notifier.Send("room-2", "zoe", new string('x', 4000), () => chosen.TrySetResult("zoe"));
        Part.Tell($"came to {await chosen.Task}");
        return true;
    });

    [Fact(Explicit = true)]
    public void Nobody_shows_them() => MainLoop.Run(_ =>
    {
        using var notifier = new Notifier();
        for (var i = 0; i < 200; i++) notifier.Send($"room-{i}", "ethan", "hello", () => { });
        notifier.Withdraw("room-199");
        notifier.Withdraw("room-0");
        return Task.FromResult(true);
    });

    private static async Task<Child> DesktopAsync(SessionBus bus)
    {
        var desktop = new Child(Tools.Find("python3")!, [Path.Combine(AppContext.BaseDirectory, "Notify", "notifications.py")], bus.Environment);
        Assert.Contains("ready", await desktop.ReadLineAsync(), StringComparison.Ordinal);
        return desktop;
    }

    private static async Task<JsonElement> SeenAsync(Child desktop) => JsonDocument.Parse(await desktop.ReadLineAsync()).RootElement;

    private static string? Text(JsonElement seen, string name) => seen.GetProperty(name).GetString();
}
