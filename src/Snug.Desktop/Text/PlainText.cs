using Snug.Desktop.Text.Markdown;

namespace Snug.Desktop.Text;

/// <summary>What is left of a message without its looks, for places that have but a line for it.</summary>
internal static class PlainText
{
    /// <summary>Enough of a message to fill a line, without reading all of a long one; in UTF-16 units.</summary>
    private const int Read = 500;

    /// <summary>The first line of a message that shows something, without marks: for quotes, lists and notifications.</summary>
    public static string FirstLine(string text)
    {
        // Half of a pair is no character.
        var end = text.Length > Read && char.IsHighSurrogate(text[Read - 1]) ? Read - 1 : Math.Min(Read, text.Length);
        var lines = Of(MessageMarkdown.Read(text[..end])).Split('\n');
        return lines.Select(Letters.Trim).FirstOrDefault(line => line.Length > 0) ?? "";
    }

    public static string Of(IEnumerable<Block> blocks) => string.Join('\n', blocks.Select(Of));

    public static string Of(IEnumerable<Inline> inlines) => string.Concat(inlines.Select(Of));

    private static string Of(Inline inline) => inline switch
    {
        Inline.Break => "\n",
        Inline.Plain plain => plain.Text,
        Inline.Code code => code.Text,
        Inline.Strong strong => Of(strong.Inlines),
        Inline.Emphasis emphasis => Of(emphasis.Inlines),
        Inline.Strike strike => Of(strike.Inlines),
        Inline.Link link => Of(link.Inlines),
        _ => "",
    };

    private static string Of(Block block) => block switch
    {
        Block.Paragraph paragraph => Of(paragraph.Inlines),
        Block.Heading heading => Of(heading.Inlines),
        Block.Code code => code.Text,
        Block.Quote quote => Of(quote.Blocks),
        Block.Listing list => string.Join('\n', list.Items.Select(item => Of(item.Blocks))),
        Block.Table table => string.Join('\n', table.Rows.Prepend(table.Header).Select(row => string.Join(' ', row.Select(cell => Of(cell.Inlines))))),
        _ => "",
    };
}
