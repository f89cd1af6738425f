using Microsoft.Playwright;

namespace Snug.Web.Tests;

public class VoiceTests
{
    [Fact]
    public async Task A_voice_is_recorded_listened_to_sent_and_played()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await using var ethan = await Visitor.ComeAsync(server, "ethan");

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Record a voice message" }).ClickAsync();
        await Expect(cindy.Page.GetByRole(AriaRole.Timer)).ToHaveTextAsync("0:01");
        await Axe.AssertNothingFoundAsync(cindy);
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Stop, and listen first" }).ClickAsync();
        var tray = cindy.Page.GetByRole(AriaRole.List, new() { Name = "Files to be sent" });
        await tray.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await Expect(tray.GetByRole(AriaRole.Button, new() { Name = "Pause" })).ToBeVisibleAsync();
        await cindy.Page.SayAsync("");

        var message = ethan.Page.GetByRole(AriaRole.Group, new() { Name = "Voice message" });
        var place = message.GetByRole(AriaRole.Slider);
        await Expect(place).ToHaveAttributeAsync("aria-valuetext", new System.Text.RegularExpressions.Regex("^0:00 of 0:0[1-9]$"));
        await message.GetByRole(AriaRole.Button, new() { Name = "Speed: 1 times" }).ClickAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Play" }).ClickAsync();
        await ethan.Page.WaitForFunctionAsync("() => { const { currentTime, playbackRate } = document.querySelector('audio'); return currentTime > 0.2 && playbackRate === 1.5; }");
        await place.FocusAsync();
        await message.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        await place.PressAsync("Home");
        await Expect(place).ToHaveAttributeAsync("aria-valuenow", "0");
        await Axe.AssertNothingFoundAsync(ethan);
    }

    [Fact]
    public async Task A_recording_that_is_discarded_is_gone_and_the_microphone_is_off()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await cindy.Page.EvaluateAsync("""
            () => {
                const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = async (wanted) => (globalThis.heard = await ask(wanted));
            }
            """);

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Record a voice message" }).ClickAsync();
        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Discard the recording" }).ClickAsync();

        await Expect(cindy.Page.GetByRole(AriaRole.Timer)).ToHaveCountAsync(0);
        await Expect(cindy.Page.GetByRole(AriaRole.List, new() { Name = "Files to be sent" })).ToHaveCountAsync(0);
        Assert.Equal("ended", await cindy.Page.EvaluateAsync<string>("() => heard.getTracks()[0].readyState"));
    }

    [Fact]
    public async Task A_microphone_that_is_refused_is_told_of()
    {
        await using var server = await TestServer.StartAsync();
        await using var cindy = await Visitor.ComeAsync(server, "cindy");
        await cindy.Page.EvaluateAsync("() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError')); }");

        await cindy.Page.GetByRole(AriaRole.Button, new() { Name = "Record a voice message" }).ClickAsync();

        await Expect(cindy.Page.GetByText("The microphone is not allowed here.")).ToBeVisibleAsync();
    }
}
