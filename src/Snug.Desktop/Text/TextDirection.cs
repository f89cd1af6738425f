using System.Text;

namespace Snug.Desktop.Text;

/// <summary>Which way a text is written: as its first letter is.</summary>
internal static class TextDirection
{
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsLetter(rune)) return IsRightToLeft(rune.Value);
        return false;
    }

    // The blocks of Unicode whose letters have the bidirectional classes R and AL.
    private static bool IsRightToLeft(int letter) => letter is >= 0x590 and <= 0x8ff or >= 0xfb1d and <= 0xfdff or >= 0xfe70 and <= 0xfeff
        or >= 0x10800 and <= 0x10fff or >= 0x1e800 and <= 0x1efff;
}
