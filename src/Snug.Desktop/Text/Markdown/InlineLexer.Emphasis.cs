using System.Text;

namespace Snug.Desktop.Text.Markdown;

internal sealed partial class InlineLexer
{
    private sealed partial class Run
    {
        private bool Emphasis(char previous)
        {
            if (text[at] is not ('*' or '_' or '~')) return false;
            if (lexer.budget.Deeper(() => FindEmphasis(previous)) is not var (length, inline)) return false;
            return Take(length, inline);
        }

        private bool Strike(char previous)
        {
            if (text[at] is not ('*' or '_' or '~')) return false;
            if (lexer.budget.Deeper(() => FindStrike(previous)) is not var (length, inline)) return false;
            return Take(length, inline);
        }

        private Tuple<int, Inline>? FindEmphasis(char previous)
        {
            var mark = text[at];
            var length = RunLength(at);
            var inner = at + length;
            if (mark == '~' || inner == text.Length || Letters.IsSpace(text[inner])) return null;
            var isMarkNext = Delimiters.IsMark(Letters.At(text, inner), '*');

            // A part of the run may be behind already: the rules speak of the whole of it.
            var runStart = at;
            while (runStart > 0 && delimiters.Masked[runStart - 1] == mark) runStart--;
            var isMidRun = previous == mark;
            var hasBefore = runStart > 0;
            var isMarkBefore = hasBefore && IsMarkOrSpace(runStart);
            var (hasPrevious, isMarkPrevious) = runStart < at ? (hasBefore, isMarkBefore) : (previous != '\0', Letters.IsMarkOrSpace(previous));
            if (mark == '_' && !isMarkNext && IsLetterOrDigit(previous, runStart)) return null;
            if (isMarkNext && hasPrevious && !isMarkPrevious) return null;

            var isSpaceBefore = hasBefore && Letters.IsSpace(delimiters.Masked[runStart - 1]);
            var mayClose = hasBefore && !isSpaceBefore && (isMarkNext || mark == '*' && !isMarkBefore);
            return FindCloser(length, at - runStart + length, mayClose, isMidRun) is { } closer ? Between(length, closer.End, closer.Length) : null;
        }

        private (int End, int Length)? FindCloser(int length, int runLength, bool mayClose, bool isMidRun)
        {
            var (open, inBetween) = (length, 0);
            var from = at + length;
            foreach (var (start, found, flank) in delimiters.Behind(delimiters.PastOrphan(from, text[at]), text[at]))
            {
                if (flank == Flank.Neither) continue;
                if (flank == Flank.Opens)
                {
                    open += found;
                    continue;
                }
                // Rules 9 and 10 of CommonMark's emphasis.
                if ((flank == Flank.Both || mayClose) && runLength % 3 != 0 && (runLength + found) % 3 == 0)
                {
                    if (isMidRun && flank == Flank.Both) return null;
                    inBetween += found;
                    continue;
                }
                open -= found;
                if (open > 0) continue;
                var used = Math.Min(found, found + open + inBetween);
                return (start + used, used);
            }
            return null;
        }

        private Tuple<int, Inline> Between(int length, int end, int used)
        {
            var isStrong = Math.Min(length, used) % 2 == 0;
            var marks = isStrong ? 2 : 1;
            var inlines = lexer.Read(text[(at + marks)..Math.Max(at + marks, end - marks)]);
            return new(end - at, isStrong ? new Inline.Strong(inlines) : new Inline.Emphasis(inlines));
        }

        private Tuple<int, Inline>? FindStrike(char previous)
        {
            if (text[at] != '~' || RunLength(at) > 2) return null;
            var length = RunLength(at);
            var inner = at + length;
            if (inner == text.Length || Letters.IsSpace(text[inner])) return null;
            if (Letters.IsMark(Letters.At(text, inner)) && previous != '\0' && (previous is '*' or '_' || !Letters.IsMarkOrSpace(previous))) return null;

            var open = length;
            foreach (var (start, found, flank) in delimiters.Behind(inner, '~'))
            {
                if (found != length || flank == Flank.Neither) continue;
                open += flank == Flank.Opens ? found : -found;
                if (flank == Flank.Opens || open > 0) continue;
                var end = start + Math.Min(found, found + open);
                return new(end - at, new Inline.Strike(lexer.Read(text[inner..Math.Max(inner, end - length)])));
            }
            return null;
        }

        // Within a word an underscore is one of its letters.
        private bool IsLetterOrDigit(char previous, int runStart)
        {
            if (runStart == at) return char.IsLetter(previous) || char.IsNumber(previous);
            return runStart > 0 && Letters.Before(delimiters.Masked, runStart) is var rune && (Rune.IsLetter(rune) || Rune.IsNumber(rune));
        }

        private bool IsMarkOrSpace(int runStart)
        {
            var rune = Letters.Before(delimiters.Masked, runStart);
            return Letters.IsMark(rune) || rune.IsBmp && Letters.IsSpace((char)rune.Value);
        }
    }
}
