using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Text;
using Snug.Desktop.Text.Markdown;

namespace Snug.Desktop.View;

/// <summary>
/// Draws a message's text into a box, again and again: rows of a list are used for one message after the other. A text of one
/// paragraph, as nearly all are, is put into the label that is there already.
/// </summary>
internal sealed class MessageText
{
    private const int BetweenBlocks = 6;

    // PangoWrapMode's number.
    private const int WrapWordsThenLetters = 2;

    // To find how narrow a text can be, GTK would lay it out with each character on a line of its own. So many characters of the
    // usual width fit into the narrowest window, and a third of its characters is narrower than any text.
    private const int NarrowestText = 12, WidestOfUsual = 3;

    private readonly Widget box;
    private readonly Widget first;
    private readonly Action<long> openRoom;
    private Widget? rest;
    private string? shown;
    private KnownNames names = KnownNames.None;

    /// <param name="box">An upright GtkBox without children; its contents are this object's from here on.</param>
    /// <param name="openRoom">Somebody follows the name of a room, by the id that <see cref="KnownNames.Rooms"/> gave.</param>
    public MessageText(Widget box, Action<long> openRoom)
    {
        this.box = box;
        this.openRoom = openRoom;
        box.AddClass("message-text");
        first = NewLabel();
        Parts.Append(box, first);
    }

    /// <summary>What the button of a block of code does with its text.</summary>
    public Action<string> Copy { get; init; } = Toolkit.Copy;

    /// <summary>Draws a text instead of the one before. A text that stands there already is left as it is.</summary>
    /// <param name="known">The same object as before while nobody and no room is called otherwise; a new one draws anew.</param>
    public void Show(string text, KnownNames known)
    {
        if (text == shown && ReferenceEquals(known, names)) return;
        (shown, names) = (text, known);
        var isLarge = EmojiAlone.Is(text);
        IReadOnlyList<Block> blocks = isLarge ? [new Block.Paragraph([new Inline.Plain(text)])] : MessageMarkdown.Read(text);
        box.SetClass("large", isLarge);
        var opening = blocks[0] as Block.Paragraph;
        first.Set("visible", opening is not null);
        if (opening is not null) SetText(first, opening.Inlines);
        var others = opening is null ? blocks : [.. blocks.Skip(1)];
        ShowRest(others, opening is null ? 0 : BetweenBlocks);
    }

    private void ShowRest(IReadOnlyList<Block> blocks, int above)
    {
        if (rest is not null) box.Remove(rest);
        rest = null;
        if (blocks.Count == 0) return;
        rest = Parts.Column(BetweenBlocks);
        rest.Set("margin-top", above);
        Fill(rest, blocks);
        box.Append(rest);
    }

    private void Fill(Widget column, IEnumerable<Block> blocks)
    {
        foreach (var block in blocks) Parts.Append(column, Draw(block));
    }

    private Widget Draw(Block block) => block switch
    {
        Block.Paragraph paragraph => Text(paragraph.Inlines),
        Block.Heading heading => Text([new Inline.Strong(heading.Inlines)]),
        Block.Code code => CodeBlock.Draw(code, Copy),
        Block.Quote quote => Quote(quote),
        Block.Listing list => Listing(list),
        Block.Table table => Table(table),
        _ => Parts.Line(),
    };

    private Widget Quote(Block.Quote quote)
    {
        var column = Parts.Column(BetweenBlocks);
        column.AddClass("quote");
        Parts.Direct(column, TextDirection.IsRightToLeft(PlainText.Of(quote.Blocks)));
        Fill(column, quote.Blocks);
        return column;
    }

    private Widget Listing(Block.Listing list)
    {
        var grid = Parts.Grid();
        grid.AddClass("listing");
        var isRightToLeft = TextDirection.IsRightToLeft(PlainText.Of([list]));
        Parts.Direct(grid, isRightToLeft);
        grid.Set("column-spacing", 8);
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = list.Items[i];
            var column = Parts.Column(BetweenBlocks);
            Fill(column, item.Blocks);
            Parts.Attach(grid, Mark(list, item, i, isRightToLeft), 0, i);
            Parts.Attach(grid, column, 1, i);
        }
        return grid;
    }

    private static Widget Mark(Block.Listing list, Block.Item item, int index, bool isRightToLeft)
    {
        var mark = item.Checked is { } isDone ? isDone ? "☑" : "☐"
            : list.Start is { } start ? string.Create(CultureInfo.InvariantCulture, $"{(long)start + index}.") : "•";
        var label = Parts.Label(mark);
        label.AddClass("mark");
        Parts.Direct(label, isRightToLeft);
        label.Set("xalign", 1.0);
        label.Set("yalign", 0.0);
        return label;
    }

    private Widget Table(Block.Table table)
    {
        var grid = Parts.Grid();
        grid.AddClass("table");
        var row = 0;
        foreach (var cells in table.Rows.Prepend(table.Header))
        {
            for (var column = 0; column < cells.Count; column++) Parts.Attach(grid, Cell(cells[column], isHead: row == 0), column, row);
            row++;
        }
        return Parts.ScrolledSideways(grid, TextDirection.IsRightToLeft(PlainText.Of([table])));
    }

    private Widget Cell(Block.Cell cell, bool isHead)
    {
        var label = Text(isHead ? [new Inline.Strong(cell.Inlines)] : cell.Inlines);
        label.Set("wrap", false);
        label.Set("xalign", cell.Alignment switch { Alignment.Center => 0.5, Alignment.Right => 1.0, _ => 0.0 });
        label.AddClass("cell");
        return label;
    }

    private Widget Text(IReadOnlyList<Inline> inlines)
    {
        var label = NewLabel();
        SetText(label, inlines);
        return label;
    }

    private Widget NewLabel()
    {
        var label = Parts.Label("");
        label.Set("wrap", true);
        label.Set("wrap-mode", WrapWordsThenLetters);
        label.Set("xalign", 0.0);
        label.On("activate-link", activated =>
        {
            var href = Parts.LinkOf(activated);
            if (!href.StartsWith(PangoMarkup.RoomScheme, StringComparison.Ordinal)) return false;
            openRoom(long.Parse(href.AsSpan(PangoMarkup.RoomScheme.Length), CultureInfo.InvariantCulture));
            return true;
        });
        return label;
    }

    private void SetText(Widget label, IReadOnlyList<Inline> inlines)
    {
        Parts.SetMarkup(label, PangoMarkup.Of(inlines, names));
        // What is read aloud has none of the marks that keep directions apart.
        var plain = PlainText.Of(inlines);
        label.Name(plain);
        label.Set("width-chars", Math.Min(NarrowestText, LongestLine(plain) / WidestOfUsual));
        Parts.Direct(label, TextDirection.IsRightToLeft(plain));
    }

    private static int LongestLine(string text)
    {
        var longest = 0;
        foreach (var line in text.AsSpan().EnumerateLines()) longest = Math.Max(longest, line.Length);
        return longest;
    }
}
