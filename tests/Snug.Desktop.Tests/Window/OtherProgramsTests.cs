namespace Snug.Desktop.Tests.Window;

/// <summary>What other programs of a desktop do for the window: files are dragged from one, links open in another.</summary>
public sealed class OtherProgramsTests
{
    private const string Web = "https://snug.example/a?b=1&c=2";

    [Fact]
    public async Task Files_that_are_dropped_on_the_entry_are_taken_along_and_not_written_into_it()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        using var ethan = await server.EnterOverHttpAsync("ethan");
        var path = await screen.KeepAsync("plans for dinner.txt", "Pizza"u8.ToArray());
        await using var files = new Child(Tools.Find("python3")!,
            [Path.Combine(AppContext.BaseDirectory, "Window", "drag_source.py"), path], screen.Environment);
        Assert.Equal("ready", await files.ReadLineAsync());
        await cindy.MoveToAsync(300, 100);

        var entry = (await cindy.SeeAsync("the entry", seen => seen.Shows("Message"))).All.First(found => found.Name == "Message");
        await screen.DragAsync((60, 80), (750, 100 + (entry.Top + entry.Bottom) / 2),
            async () => Assert.Equal("begun", await files.ReadLineAsync()),
            async () => Assert.Equal("accepted", await files.ReadLineAsync()));
        await cindy.SeeAsync("the file in the tray", seen => seen.Shows("Remove plans for dinner.txt"));
        await cindy.SayAsync("look");

        var message = await Wait.ForAsync("the message", async () => (await ethan.HistoryAsync(1)).Messages.SingleOrDefault());
        Assert.Equal(("look", "plans for dinner.txt"), (message.Text, Assert.Single(message.Attachments).Name));
    }

    [Fact]
    public async Task A_link_opens_in_the_browser_and_only_where_it_leads_to_the_web()
    {
        await using var screen = await Screen.OpenAsync();
        var opened = await BrowserAsync(screen);
        await using var server = await ServerProcess.StartAsync();
        using var ethan = await server.EnterOverHttpAsync("ethan");
        foreach (var text in (string[])["[files](file:///etc/passwd)", "[script](javascript:alert)", Web])
            await ethan.PostAsync(1, text);
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await cindy.MoveToAsync(0, 0);

        foreach (var text in (string[])["[files](file:///etc/passwd)", "[script](javascript:alert)", Web])
        {
            var seen = await cindy.SeeAsync(text, seen => seen.All.Any(found => found.Role == "label" && found.Name == text));
            var label = seen.All.First(found => found.Role == "label" && found.Name == text);
            await screen.ClickAsync(TextLeft, (label.Top + label.Bottom) / 2);
        }

        Assert.Equal(Web + "\n", await Wait.ForAsync("the browser", async () =>
            File.Exists(opened) && await File.ReadAllTextAsync(opened) is { Length: > 0 } addresses ? addresses : null));
    }

    // In pixels: the pane with the rooms, the face, and a letter of a message.
    private const int TextLeft = 320;

    /// <returns>The file to which the desktop's browser and its other programs write what they are asked to open.</returns>
    private static async Task<string> BrowserAsync(Screen screen)
    {
        var opened = await screen.KeepAsync("opened", []);
        var program = await screen.KeepAsync("browser", System.Text.Encoding.UTF8.GetBytes($"echo \"$1\" >> {opened}\n"));
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(opened)!, "applications"));
        await screen.KeepAsync("applications/browser.desktop", System.Text.Encoding.UTF8.GetBytes($"""
            [Desktop Entry]
            Type=Application
            Name=Browser
            Exec=/bin/sh {program} %u
            MimeType=x-scheme-handler/https;x-scheme-handler/javascript;text/plain;

            """));
        await screen.KeepAsync("mimeapps.list", """
            [Default Applications]
            x-scheme-handler/https=browser.desktop
            x-scheme-handler/javascript=browser.desktop
            text/plain=browser.desktop

            """u8.ToArray());
        return opened;
    }
}
