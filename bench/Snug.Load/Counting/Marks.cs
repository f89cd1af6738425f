using System.Security.Cryptography;

namespace Snug.Load.Counting;

/// <summary>
/// Messages that are known again wherever they arrive: <c>~k3f9x~00000042 How about…</c>, where <c>k3f9x</c> is this run's own word and
/// the digits are the message's number. No protocol has to escape or shorten any of it.
/// </summary>
internal sealed class Marks
{
    /// <summary>Bytes of a mark with its number.</summary>
    public const int Length = MarkLength + Digits;

    public const int LongestText = 400;

    private const int MarkLength = 7, Digits = 8;
    private const string Alphabet = "abcdefghijkmnpqrstuvwxyz23456789";
    private const string Words = " How about spaghetti tonight, or is it pizza again?";

    private readonly byte[] mark;
    private readonly byte[] text;

    /// <param name="length">Bytes of a message's text.</param>
    public Marks(int length)
    {
        Run = RandomNumberGenerator.GetString(Alphabet, MarkLength - 2);
        mark = [(byte)'~', .. Run.Select(letter => (byte)letter), (byte)'~'];
        text = new byte[length];
        for (var i = 0; i < length; i++) text[i] = (byte)Words[i % Words.Length];
        mark.CopyTo(text, 0);
        for (var i = Length; i < length; i++) text[i] = (byte)Words[(i - Length) % Words.Length];
        // Blanks at the end would be taken away by some.
        if (text[^1] == ' ') text[^1] = (byte)'.';
    }

    /// <summary>A word that no other run has.</summary>
    public string Run { get; }

    /// <summary>The text of a message.</summary>
    /// <returns>Valid until the next call.</returns>
    public ReadOnlySpan<byte> Text(long number)
    {
        for (var i = Length - 1; i >= MarkLength; i--) (text[i], number) = ((byte)('0' + number % 10), number / 10);
        return text;
    }

    /// <summary>Finds the next mark.</summary>
    /// <param name="end">Where what comes behind it begins.</param>
    /// <returns>The message's number; -1 when there is none, or not the whole of it.</returns>
    public long Find(ReadOnlySpan<byte> bytes, out int end)
    {
        end = 0;
        while (bytes[end..].IndexOf(mark) is >= 0 and var at && end + at + Length <= bytes.Length)
        {
            end += at + MarkLength;
            long number = 0;
            var isNumber = true;
            foreach (var digit in bytes.Slice(end, Digits))
            {
                isNumber &= (uint)(digit - '0') <= 9;
                number = number * 10 + digit - '0';
            }
            if (!isNumber) continue;
            end += Digits;
            return number;
        }
        return -1;
    }
}
