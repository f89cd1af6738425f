namespace Snug.Desktop.Model;

/// <param name="At">When it arrived.</param>
/// <param name="From">Who said it.</param>
/// <param name="Text">What was said, as plain text.</param>
/// <param name="IsOwn">Said in the reader's own name.</param>
/// <param name="Continues">The same speaker goes on: neither name nor face need be shown again.</param>
internal sealed record Said(DateTimeOffset At, string From, string Text, bool IsOwn, bool Continues) : Line(At);
