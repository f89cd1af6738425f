namespace Snug.Desktop.Text;

/// <summary>A part of a text that calls somebody or a room, or that does neither.</summary>
internal abstract record NamePiece(string Text)
{
    public sealed record Plain(string Text) : NamePiece(Text);

    public sealed record Person(string Text, bool IsMe) : NamePiece(Text);

    public sealed record Room(string Text, long Id) : NamePiece(Text);
}
