namespace Snug.Desktop.Tests.Window;

/// <summary>Pictures and sounds from one window to another, through the real server.</summary>
public sealed class FilesTests
{
    // A small blue PNG.
    private const string Blue = "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeAQMAAABkE86eAAAABGdBTUEAALGPC/xhBQAAACBjSFJNAAB6JgAAgIQAAPoAAACA6AAAdTAAAOpgAAA6mAAAF3CculE8AAAABlBMVEUAAP////973JksAAAAAWJLR0QB/wIt3gAAAAd0SU1FB+oLFhQ4BHJ02FgAAAAMSURBVAjXY2AYegAAALQAAV5xkL8AAAAldEVYdGRhdGU6Y3JlYXRlADIwMjYtMTEtMjJUMjA6NTY6MDQrMDA6MDD2HA5zAAAAJXRFWHRkYXRlOm1vZGlmeQAyMDI2LTExLTIyVDIwOjU2OjA0KzAwOjAwh0G2zwAAAABJRU5ErkJggg==";

    [Fact]
    public async Task A_picture_that_is_chosen_arrives_with_its_words()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await using var ethan = await Person.JoinOverHttpAsync(screen, server, "ethan");
        var path = await screen.KeepAsync("blue.png", Convert.FromBase64String(Blue));

        await ChooseAsync(cindy, path);
        await cindy.SayAsync("look at this");

        await ethan.HearAsync("cindy", "look at this");
        await ethan.SeeAsync("the picture", seen => seen.All.Any(found => found.Role == "push button" && found.Name.Contains("blue", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_sound_that_is_recorded_arrives_and_plays()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await using var ethan = await Person.JoinOverHttpAsync(screen, server, "ethan");

        await cindy.ClickAsync("Record a voice message");
        await cindy.SeeAsync("a second of it", seen => seen.All.Any(found => found.Name == "0:01"));
        await cindy.ClickAsync("Send the recording");

        await ethan.ClickAsync("Play");
        await ethan.SeeAsync("it to play", seen => seen.Shows("Pause"));
        await ethan.SeeAsync("it to have been played", seen => seen.Shows("Play"));
    }

    [Fact]
    public async Task A_window_that_is_closed_in_mid_upload_ends_and_leaves_nothing_half_said()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        using var ethan = await server.EnterOverHttpAsync("ethan");
        var path = await screen.KeepAsync("blue.png", Convert.FromBase64String(Blue));

        await server.SignalAsync("STOP");
        await ChooseAsync(cindy, path);
        await cindy.SayAsync("never mind");
        await cindy.PressAsync("ctrl+w");

        Assert.Equal((0, ""), await cindy.Program.EndAsync());
        await server.SignalAsync("CONT");
        Assert.Empty((await ethan.HistoryAsync(1)).Messages);
    }

    [Fact]
    public async Task What_is_said_while_the_server_is_away_goes_out_once_and_in_order()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await using var ethan = await Person.JoinOverHttpAsync(screen, server, "ethan");
        await cindy.SayAsync("before");
        await ethan.HearAsync("cindy", "before");

        await server.KillAsync();
        foreach (var text in (string[])["one", "two", "three"]) await cindy.SayAsync(text);
        await cindy.SeeAsync("the banner", seen => seen.Alert.Contains("lost", StringComparison.Ordinal));
        await server.StartAgainAsync();

        await ethan.HearAsync("cindy", "three");
        using var dora = await server.EnterOverHttpAsync("dora");
        Assert.Equal(["before", "one", "two", "three"], (await dora.HistoryAsync(1)).Messages.Select(message => message.Text));
        await ethan.SayAsync("welcome back");
        await cindy.HearAsync("ethan", "welcome back");
    }

    private static async Task ChooseAsync(Person person, string path)
    {
        await person.PressAsync("ctrl+o");
        var chooser = await person.AtAsync("Attach files");
        await chooser.TypeAsync(path);
        await chooser.PressAsync("Return");
        await person.SeeAsync("the file in the tray", seen =>
            seen.All.Any(found => found.Name.StartsWith($"Remove {Path.GetFileNameWithoutExtension(path)}", StringComparison.Ordinal)));
    }
}
