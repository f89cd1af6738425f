using Microsoft.Playwright;

namespace Snug.Web.Tests.Talking;

/// <summary>What a person sees and does in a conversation.</summary>
internal static class Talk
{
    public static ILocator Timeline(this Visitor visitor) => visitor.Page.GetByRole(AriaRole.Region, new() { Name = "Messages" });

    /// <summary>The row of the message that says this.</summary>
    public static ILocator Row(this Visitor visitor, string text) =>
        visitor.Timeline().GetByRole(AriaRole.Article).Filter(new() { Has = visitor.Page.GetByText(text, new() { Exact = true }) });

    public static ILocator Button(this ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator Button(this Visitor visitor, string name) => visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>How far a row stands below the top of the window, in pixels.</summary>
    public static Task<double> TopOfAsync(this ILocator row) => row.EvaluateAsync<double>("row => row.getBoundingClientRect().top");

    /// <summary>How far the end of the conversation is below what is in view, in pixels.</summary>
    public static Task<double> LeftBelowAsync(this Visitor visitor) =>
        visitor.Timeline().EvaluateAsync<double>("scroller => scroller.scrollHeight - scroller.clientHeight - scroller.scrollTop");

    /// <summary>Has several people say so many things in the lobby, each within what a session may post at once.</summary>
    public static async Task FillAsync(TestServer server, int people, int messages)
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, people), async (person, _) =>
        {
            using var user = await server.EnterHttpAsync($"guest{person}");
            for (var index = 0; index < messages; index++)
                await user.SayAsync($"{person}.{index} " + string.Concat(Enumerable.Repeat("pizza and spaghetti ", index * 7 % 13)));
        });
    }
}
