using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Snug.Desktop.Text.Markdown;

namespace Snug.Desktop.Text;

/// <summary>A message of one to three emoji and nothing else; it is drawn large.</summary>
internal static partial class EmojiAlone
{
    /// <summary>The longest in use, families and flags with skin tones, have some thirty UTF-16 units; three of them, and spaces.</summary>
    private const int Longest = 100;

    public static bool Is(string text)
    {
        if (text.Length > Longest || text.EnumerateRunes().Any(Rune.IsLetter)) return false;
        var symbols = 0;
        for (var i = 0; i < text.Length;)
        {
            var symbol = text.AsSpan(i, StringInfo.GetNextTextElementLength(text, i));
            i += symbol.Length;
            if (Letters.IsBlank(symbol)) continue;
            if (!Emoji().IsMatch(symbol)) return false;
            symbols++;
        }
        return symbols is >= 1 and <= 3;
    }

    // Drawn as an emoji by itself (Unicode's Emoji_Presentation, in 16.0), or made one by what follows; a keycap; a flag.
    [GeneratedRegex(@"[\u231A\u231B\u23E9-\u23EC\u23F0\u23F3\u25FD\u25FE\u2614\u2615\u2630-\u2637\u2648-\u2653\u267F\u268A-\u268F\u2693\u26A1\u26AA\u26AB\u26BD\u26BE"
        + @"\u26C4\u26C5\u26CE\u26D4\u26EA\u26F2\u26F3\u26F5\u26FA\u26FD\u2705\u270A\u270B\u2728\u274C\u274E\u2753-\u2755\u2757\u2795-\u2797\u27B0\u27BF"
        + @"\u2B1B\u2B1C\u2B50\u2B55]|\uD83C[\uDC04\uDCCF\uDD8E\uDD91-\uDD9A\uDE01\uDE1A\uDE2F\uDE32-\uDE36\uDE38-\uDE3A\uDE50\uDE51\uDF00-\uDFFF]"
        + @"|\uD83D[\uDC00-\uDFFF]|\uD83E[\uDD0C-\uDDFF\uDE70-\uDEFF]|[\u00A9\u00AE\u203C-\u3299\uDC00-\uDFFF]\uFE0F|\u20E3|\A(?:\uD83C[\uDDE6-\uDDFF]){2}\z")]
    private static partial Regex Emoji();
}
