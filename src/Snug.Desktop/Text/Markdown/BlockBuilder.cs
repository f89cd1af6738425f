namespace Snug.Desktop.Text.Markdown;

/// <summary>Makes of a message's blocks what is drawn of them.</summary>
internal sealed class BlockBuilder(InlineLexer lexer)
{
    public List<Block> Build(IEnumerable<BlockToken> tokens) =>
        [.. tokens.Where(token => token.Kind != TokenKind.Space).Select(Build)];

    private Block Build(BlockToken token) => token.Kind switch
    {
        TokenKind.Rule => new Block.Rule(),
        TokenKind.Heading => new Block.Heading(lexer.Read(token.Text)),
        TokenKind.Code => new Block.Code(token.Text, token.Language),
        TokenKind.Quote => new Block.Quote(Build(token.Children)),
        TokenKind.List => new Block.Listing(token.Start, [.. token.Items.Select(Build)]),
        TokenKind.Table => Table(token),
        _ => new Block.Paragraph(lexer.Read(token.Text)),
    };

    private Block.Item Build(ListItem item) => new(item.Checked, Build(item.Children));

    private Block.Table Table(BlockToken token)
    {
        List<IReadOnlyList<Block.Cell>> rows =
            [.. token.Rows.Select(row => (IReadOnlyList<Block.Cell>)[.. row.Select((cell, i) => new Block.Cell(token.Columns[i], lexer.Read(cell)))])];
        return new(rows[0], rows[1..]);
    }
}
