namespace Snug.Desktop.Text.Markdown;

/// <summary>What a message consists of, as it is drawn. No part of it is ever markup.</summary>
internal abstract record Block
{
    public sealed record Paragraph(IReadOnlyList<Inline> Inlines) : Block;

    public sealed record Heading(IReadOnlyList<Inline> Inlines) : Block;

    /// <param name="Language">In small letters; empty where none is named.</param>
    public sealed record Code(string Text, string Language) : Block;

    public sealed record Quote(IReadOnlyList<Block> Blocks) : Block;

    /// <param name="Start">The first number; null where the items have none.</param>
    public sealed record Listing(int? Start, IReadOnlyList<Item> Items) : Block;

    public sealed record Table(IReadOnlyList<Cell> Header, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block;

    public sealed record Rule : Block;

    /// <param name="Checked">Null: no task.</param>
    public sealed record Item(bool? Checked, IReadOnlyList<Block> Blocks);

    public sealed record Cell(Alignment Alignment, IReadOnlyList<Inline> Inlines);
}
