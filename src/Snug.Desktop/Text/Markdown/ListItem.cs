namespace Snug.Desktop.Text.Markdown;

internal sealed class ListItem
{
    public required string Raw { get; set; }

    public required string Text { get; set; }

    public List<BlockToken> Children { get; set; } = [];

    /// <summary>Null: no task.</summary>
    public bool? Checked { get; set; }
}
