using Snug.Desktop.Text.Links;

namespace Snug.Desktop.Text.Markdown;

/// <summary>A part of a line.</summary>
internal abstract record Inline
{
    public sealed record Plain(string Text) : Inline;

    public sealed record Code(string Text) : Inline;

    public sealed record Break : Inline;

    public sealed record Strong(IReadOnlyList<Inline> Inlines) : Inline;

    public sealed record Emphasis(IReadOnlyList<Inline> Inlines) : Inline;

    public sealed record Strike(IReadOnlyList<Inline> Inlines) : Inline;

    /// <param name="Host">To be said beside a text that hides it; null where the text is honest.</param>
    public sealed record Link(Address Address, IReadOnlyList<Inline> Inlines, string? Host) : Inline;
}
