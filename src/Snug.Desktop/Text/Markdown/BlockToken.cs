namespace Snug.Desktop.Text.Markdown;

internal enum TokenKind { Space, Code, Heading, Rule, Quote, List, Table, Paragraph, Text }

/// <summary>Some lines of a message that belong together, before what is within the lines is read.</summary>
internal sealed class BlockToken(TokenKind kind, string raw)
{
    public TokenKind Kind { get; set; } = kind;

    /// <summary>The lines as typed.</summary>
    public string Raw { get; set; } = raw;

    /// <summary>The text without the block's own marks.</summary>
    public string Text { get; set; } = "";

    public string Language { get; init; } = "";

    /// <summary>What a quote holds.</summary>
    public List<BlockToken> Children { get; init; } = [];

    public int? Start { get; init; }

    public List<ListItem> Items { get; init; } = [];

    /// <summary>A table's cells, its header first; all rows are as long as this one.</summary>
    public List<List<string>> Rows { get; init; } = [];

    public List<Alignment> Columns { get; init; } = [];
}
