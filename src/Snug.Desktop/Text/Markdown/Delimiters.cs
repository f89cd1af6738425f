using System.Text;

namespace Snug.Desktop.Text.Markdown;

/// <summary>The runs of <c>*</c>, <c>_</c> and <c>~</c> in one masked text.</summary>
internal sealed class Delimiters(string masked)
{
    private readonly int lastStar = LastCloser(masked, '*'), lastUnderscore = LastCloser(masked, '_'), lastTilde = LastCloser(masked, '~');

    public string Masked => masked;

    /// <summary>Where the last run of a mark stands that may close something; -1: there is none.</summary>
    public int LastCloserOf(char mark) => mark switch { '*' => lastStar, '_' => lastUnderscore, _ => lastTilde };

    public int RunLength(int at)
    {
        var end = masked.AsSpan(at).IndexOfAnyExcept(masked[at]);
        return end < 0 ? masked.Length - at : end;
    }

    /// <summary>The runs of a mark behind <paramref name="from"/>, where the run that opens ends.</summary>
    public IEnumerable<(int Start, int Length, Flank Flank)> Behind(int from, char mark)
    {
        for (var start = masked.IndexOf(mark, from); start >= 0;)
        {
            var length = RunLength(start);
            if (start > from && start <= LastCloserOf(mark)) yield return (start, length, FlankOf(start, length, mark));
            start = start + length < masked.Length ? masked.IndexOf(mark, start + length) : -1;
        }
    }

    /// <summary>Past a single mark that stands alone within two others: in <c>__abc*abc__</c> it closes nothing.</summary>
    public int PastOrphan(int from, char mark)
    {
        var other = mark == '*' ? '_' : '*';
        var first = NextMark(from);
        if (!IsPair(first, other)) return from;
        var single = NextMark(first + 2);
        if (single < 0 || masked[single] != mark) return from;
        var second = NextMark(single + 1);
        return IsPair(second, other) ? second : from;
    }

    public static bool IsMark(Rune rune, char mark) => Letters.IsMark(rune) && !(mark == '*' && rune.Value == '~');

    private int NextMark(int from)
    {
        var next = from < masked.Length ? masked.AsSpan(from).IndexOfAny('*', '_') : -1;
        return next < 0 ? -1 : from + next;
    }

    private bool IsPair(int at, char mark) => at >= 0 && at + 1 < masked.Length && masked[at] == mark && masked[at + 1] == mark;

    private Flank FlankOf(int start, int length, char mark)
    {
        var (before, end) = (Letters.Before(masked, start), start + length);
        var isSpaceBefore = IsSpace(before);
        var isMarkBefore = IsMark(before, mark);
        var isSpaceAfter = end == masked.Length || IsSpace(Letters.At(masked, end));
        var isMarkAfter = !isSpaceAfter && IsMark(Letters.At(masked, end), mark);
        if (isSpaceBefore) return isSpaceAfter ? Flank.Neither : Flank.Opens;
        if (isMarkBefore) return isSpaceAfter ? Flank.Closes : isMarkAfter ? Flank.Both : Flank.Opens;
        if (isSpaceAfter || isMarkAfter) return Flank.Closes;
        return mark == '_' ? Flank.Neither : Flank.Both;
    }

    private static bool IsSpace(Rune rune) => rune.IsBmp && Letters.IsSpace((char)rune.Value);

    // A run behind a space or at the beginning closes nothing.
    private static int LastCloser(string text, char mark)
    {
        for (var end = text.Length; end > 0;)
        {
            var start = text.LastIndexOf(mark, end - 1);
            if (start < 0) return -1;
            while (start > 0 && text[start - 1] == mark) start--;
            if (start > 0 && text[start - 1] is not (' ' or '\t' or '\n' or '\r' or '\f')) return start;
            end = start;
        }
        return -1;
    }
}
