using Microsoft.Playwright;

namespace Snug.Web.Tests;

/// <summary>What a person does to send a file.</summary>
internal static class Attaching
{
    public static Task ChooseAsync(this IPage page, params FilePayload[] files) => page.Locator("input[data-purpose=files]").SetInputFilesAsync(files);

    /// <summary>Writes a text, which may be empty, and sends it with what was chosen.</summary>
    public static async Task SayAsync(this IPage page, string text)
    {
        var field = page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Textbox);
        await field.FillAsync(text);
        await field.PressAsync("Enter");
    }

    public static FilePayload Text(string name, string text) => new() { Name = name, MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };

    public static ILocator File(this IPage page, string name) => page.GetByRole(AriaRole.Link, new() { Name = $"Save {name}" });
}
