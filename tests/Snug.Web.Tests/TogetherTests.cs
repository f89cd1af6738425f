using Microsoft.Playwright;
using Snug.Desktop.Tests.Window;
using ServerProcess = Snug.Desktop.Tests.Window.ServerProcess;

namespace Snug.Web.Tests;

/// <summary>The desktop's window and the page in one room, on a server of their own.</summary>
public class TogetherTests
{
    [Fact]
    public async Task Two_windows_and_a_browser_talk_and_hear_what_one_of_them_has_recorded()
    {
        await using var screen = await Screen.OpenAsync();
        await using var server = await ServerProcess.StartAsync();
        await using var cindy = await Person.JoinOverHttpAsync(screen, server, "cindy");
        await using var ethan = await Person.JoinOverHttpAsync(screen, server, "ethan");
        await using var zoe = await Visitor.ComeAsync(server.Url.ToString(), "zoe");
        await Expect(zoe.Composer()).ToBeVisibleAsync();

        await cindy.SayAsync("How about **spaghetti**?");
        await Expect(zoe.Page.GetByRole(AriaRole.Article).GetByText("spaghetti", new() { Exact = true })).ToBeVisibleAsync();
        await zoe.SayAsync("Or pizza, @ethan?");
        await ethan.HearAsync("zoe", "Or pizza, @ethan?");
        await cindy.HearAsync("zoe", "Or pizza, @ethan?");

        await ethan.ClickAsync("Record a voice message");
        await ethan.SeeAsync("a second of it", seen => seen.Shows("0:01"));
        await ethan.ClickAsync("Send the recording");
        await cindy.SeeAsync("the sound", seen => seen.Shows("Play"));
        await zoe.Page.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Expect(zoe.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
    }
}
