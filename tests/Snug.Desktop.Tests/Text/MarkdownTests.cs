using System.Diagnostics;
using Snug.Desktop.Text.Markdown;

namespace Snug.Desktop.Tests.Text;

public sealed class MarkdownTests
{
    public static TheoryData<string> Rules => [.. Cases.All.Rules.Select(rule => rule.What)];

    public static TheoryData<string> Hostile => [.. Cases.All.Hostile];

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_message_is_read_as_the_page_reads_it(string what)
    {
        var rule = Cases.All.Rules.Single(rule => rule.What == what);

        Assert.Equal(rule.Shown, Sketch.Of(MessageMarkdown.Read(rule.Typed)));
    }

    [Theory]
    [InlineData(">", 9_999)]
    [InlineData("- ", 2_000)]
    [InlineData("> - 1. ", 1_000)]
    public void Quotes_and_lists_within_each_other_end_at_some_depth(string mark, int times) =>
        Assert.InRange(Depth(MessageMarkdown.Read(Repeat(mark, times))), 0, 10);

    [Theory]
    [InlineData(">", 20_000)]
    [InlineData("-\n", 1_001)]
    public void A_text_longer_than_anybody_may_say_or_of_more_lines_than_anybody_means_is_shown_as_it_is(string part, int times)
    {
        var text = Repeat(part, times);

        Assert.Equal([text], Sketch.Of(MessageMarkdown.Read(text)));
    }

    [Fact]
    public void The_longest_message_there_may_be_is_read_to_its_end()
    {
        var text = Repeat("🍝", 3_991) + " **end** x";

        Assert.EndsWith("strong(end) x", Sketch.Of(MessageMarkdown.Read(text)).Single(), StringComparison.Ordinal);
    }

    // As long as some hundred times a plain text: the page's bound, without the speed of a machine in it.
    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_texts_are_read_at_once(string part)
    {
        var text = Repeat(part, 10_000 / part.Length);
        var plain = Repeat("The **rain** in `Spain` stays, see www.snug.example. ", 4_000 / 53);
        MessageMarkdown.Read(plain);

        var usual = Enumerable.Range(0, 5).Min(_ => TimeOf(plain)) + TimeSpan.FromMilliseconds(1);
        var hostile = Enumerable.Range(0, 3).Min(_ => TimeOf(text));

        Assert.True(hostile < 150 * usual, $"{hostile} is too much beside {usual}.");
    }

    private static TimeSpan TimeOf(string text)
    {
        var before = Process.GetCurrentProcess().TotalProcessorTime;
        MessageMarkdown.Read(text);
        return Process.GetCurrentProcess().TotalProcessorTime - before;
    }

    private static int Depth(IEnumerable<Block> blocks) => blocks.Select(block => block switch
    {
        Block.Quote quote => 1 + Depth(quote.Blocks),
        Block.Listing list => 1 + list.Items.Max(item => Depth(item.Blocks)),
        _ => 0,
    }).DefaultIfEmpty().Max();

    private static string Repeat(string part, int times) => string.Concat(Enumerable.Repeat(part, times));
}
