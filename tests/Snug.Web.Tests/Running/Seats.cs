using Microsoft.Playwright;

namespace Snug.Web.Tests.Running;

/// <summary>What people do at the page again and again.</summary>
internal static class Seats
{
    public static ILocator Composer(this Visitor visitor) => visitor.Page.Locator("main textarea");

    /// <summary>Something that was said, as the conversation shows it.</summary>
    public static ILocator Said(this Visitor visitor, string text) => visitor.Page.Locator("main").GetByText(text, new() { Exact = true });

    public static async Task SayAsync(this Visitor visitor, string text)
    {
        await visitor.Composer().FillAsync(text);
        // On a phone Enter begins a new line.
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
    }

    public static ILocator Button(this Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name });

    /// <summary>Fails when something reaches over the edge, so that one would have to scroll sideways.</summary>
    public static async Task AssertNothingOverflowsAsync(this Visitor visitor)
    {
        var wide = await visitor.Page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('body *')]
                .filter(element => element.checkVisibility() && getComputedStyle(element).clipPath === 'none' && !element.closest('.unseen'))
                .filter(element => { const { left, right, width } = element.getBoundingClientRect(); return width > 0 && (left < -1 || right > innerWidth + 1); })
                .map(element => element.outerHTML.slice(0, 120))
            """);
        Assert.True(wide.Length == 0, string.Join('\n', wide));
    }
}
