using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Snug.Web.Tests.Running;

/// <summary>What a machine can find of what keeps people out of a page, by the rules of WCAG 2.2 AA and axe's own.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = RunOnlyOptions.Tags("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"),
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Looks at a visitor's page as it stands, in light and in dark colours.</summary>
    public static async Task AssertNothingFoundAsync(Visitor visitor)
    {
        var page = visitor.Page;
        foreach (var colours in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            // Colours half-way through a change are nobody's.
            await page.EmulateMediaAsync(new() { ColorScheme = colours, ReducedMotion = ReducedMotion.Reduce });
            var found = await page.RunAxe(Rules);
            Assert.True(found.Violations.Length == 0, $"in {colours} colours:\n" + string.Join('\n', found.Violations.Select(Describe)));
        }
        var device = visitor.Device.ToOptions("");
        await page.EmulateMediaAsync(new() { ColorScheme = device.ColorScheme, ReducedMotion = device.ReducedMotion });
    }

    private static string Describe(AxeResultItem broken) =>
        $"- {broken.Id}: {broken.Help}\n" + string.Join('\n', broken.Nodes.Select(node => $"    {node.Html}\n      {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}"));
}
