using System.Globalization;
using System.Text;

namespace Snug.Server.Store;

/// <summary>What to look up in the search index for a text: a superset of the messages that contain it.</summary>
/// <param name="Table">The full-text table.</param>
/// <param name="Match">FTS5's expression, in which nothing of the text is an operator.</param>
internal sealed record SearchTerms(string Table, string Match)
{
    public const string Trigrams = "trigrams", Symbols = "symbols";

    // From the arrows on: Chinese, Japanese, Korean and emoji, of which one or two are a word.
    private const int FirstSymbol = 0x2190;

    /// <param name="text">What to search for.</param>
    /// <param name="room">Only in this room; null for all.</param>
    /// <returns>Null when the index does not help: one or two letters of an alphabet.</returns>
    public static SearchTerms? For(string text, long? room)
    {
        var runes = text.EnumerateRunes().ToList();
        if (runes.Count >= 3)
        {
            var phrase = $"text : \"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            return new(Trigrams, room is { } one ? $"room : \"{RoomOf(one)}\" AND {phrase}" : phrase);
        }
        if (!runes.TrueForAll(IsSymbol)) return null;
        var word = string.Concat(runes.Select(Write));
        return new(Symbols, room is { } only ? $"{RoomWord(only)} AND \"{word}\"" : $"\"{word}\"");
    }

    /// <summary>A room as a text of three characters at least, none of which is the beginning of another's.</summary>
    public static string RoomOf(long room) => string.Create(CultureInfo.InvariantCulture, $"#{room}#");

    /// <summary>Each symbol of a text and each two that stand side by side, as words that any tokenizer leaves alone; empty when there is none.</summary>
    public static string SymbolsOf(string text, long room)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var before = "";
        foreach (var rune in text.EnumerateRunes())
        {
            var word = IsSymbol(rune) ? Write(rune) : "";
            if (word != "") words.Add(word);
            if (word != "" && before != "") words.Add(before + word);
            before = word;
        }
        return words.Count == 0 ? "" : $"{RoomWord(room)} {string.Join(' ', words)}";
    }

    // Symbols are written in hexadecimal, where no r is.
    private static string RoomWord(long room) => string.Create(CultureInfo.InvariantCulture, $"r{room}");

    private static bool IsSymbol(Rune rune) => rune.Value >= FirstSymbol;

    private static string Write(Rune rune) => Rune.ToUpperInvariant(rune).Value.ToString("x5", CultureInfo.InvariantCulture);
}
