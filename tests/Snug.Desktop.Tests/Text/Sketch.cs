using System.Globalization;
using Snug.Desktop.Text;
using Snug.Desktop.Text.Markdown;

namespace Snug.Desktop.Tests.Text;

/// <summary>A short way to write what is expected, the same as the page's tests have.</summary>
internal static class Sketch
{
    public static string[] Of(IEnumerable<Block> blocks) => [.. blocks.Select(Of)];

    public static string Of(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(inline => inline switch
    {
        Inline.Plain plain => plain.Text,
        Inline.Break => "⏎",
        Inline.Code code => $"<{code.Text}>",
        Inline.Link link => $"[{Of(link.Inlines)}>{link.Address.Href}]",
        Inline.Strong strong => $"strong({Of(strong.Inlines)})",
        Inline.Emphasis emphasis => $"em({Of(emphasis.Inlines)})",
        Inline.Strike strike => $"strike({Of(strike.Inlines)})",
        _ => throw new ArgumentException("unknown inline", nameof(inlines)),
    }));

    public static string Of(string text, KnownNames names) => string.Concat(NameSplitter.Split(text, names).Select(piece => piece switch
    {
        NamePiece.Person person => $"{{{person.Text}{(person.IsMe ? "!" : "")}}}",
        NamePiece.Room room => $"{{{room.Text}={room.Id}}}",
        _ => piece.Text,
    }));

    private static string Of(Block block) => block switch
    {
        Block.Paragraph paragraph => Of(paragraph.Inlines),
        Block.Heading heading => $"heading {Of(heading.Inlines)}",
        Block.Code code => $"code({code.Language}) {code.Text}",
        Block.Quote quote => $"quote{{{string.Join(';', Of(quote.Blocks))}}}",
        Block.Listing list => $"list({list.Start?.ToString(CultureInfo.InvariantCulture) ?? "-"}){{{string.Join('|', list.Items.Select(Of))}}}",
        Block.Table table => $"table{{{string.Join('|', table.Rows.Prepend(table.Header).Select(row => string.Join(',', row.Select(cell => Of(cell.Inlines)))))}}}",
        _ => "rule",
    };

    private static string Of(Block.Item item) =>
        (item.Checked is { } isChecked ? isChecked ? "true" : "false" : "") + string.Join(';', Of(item.Blocks));
}
