using System.Text.Json;

namespace Snug.Desktop.Tests.Text;

/// <summary>What the page's tests and these hold a message's text to alike: tests/markdown-cases.json.</summary>
internal sealed record Cases(
    Cases.Rule[] Rules, string[] Hostile, string[] Followed, string[] NotFollowed, Cases.Link[] Honest, Cases.Link[] Spoofed,
    Cases.Answer[] EmojiAlone, Cases.Line[] FirstLines, Cases.Named[] Names)
{
    public static readonly Cases All = JsonSerializer.Deserialize<Cases>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "markdown-cases.json")), JsonSerializerOptions.Web)!;

    internal sealed record Rule(string What, string Typed, string[] Shown);

    internal sealed record Link(string Text, string Href, string? Host);

    internal sealed record Answer(string Text, bool Expected);

    internal sealed record Line(string Text, string Expected);

    internal sealed record Named(string Text, string Shown);
}
