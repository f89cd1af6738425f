using System.Text;
using BenchmarkDotNet.Attributes;
using Snug.Protocol;
using Snug.Server.Talk;

namespace Snug.Micro;

/// <summary>What is done to a message's text: once when it comes in, once when it is shown to line clients.</summary>
public class CleaningTexts
{
    private const string Plain = "How about spaghetti tonight, or is it pizza again?";
    private const string Odd = "How about\r\n<cindy>spaghetti\u0007 tonight 🍝, or is it\tpizza again?";

    private readonly byte[] plain = Encoding.UTF8.GetBytes(Plain), odd = Encoding.UTF8.GetBytes(Odd);

    [Benchmark]
    public bool TakeIn() => MessageText.Read(plain, 99).IsGranted;

    [Benchmark]
    public bool TakeInWithEmojiAndControlCharacters() => MessageText.Read(odd, 99).IsGranted;

    [Benchmark]
    public string Show() => LineText.Show(Plain);

    [Benchmark]
    public string ShowWithMarkupAndLineBreaks() => LineText.Show(Odd);
}
