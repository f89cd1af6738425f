using Snug.Protocol;

namespace Snug.Tests.Protocol;

public class LineTextTests
{
    [Theory]
    [InlineData("no, <cindy>I did it", "no, ‹cindy›I did it")]
    [InlineData("<<cindy>>", "<‹cindy›>")]
    [InlineData("<张伟>", "‹张伟›")]
    [InlineData("<cindy\u200b>", "‹cindy\u200b›")]
    [InlineData("<cin\u0007dy>", "‹cindy›")]
    [InlineData("<cindy\u200a>", "‹cindy\u200a›")]
    [InlineData("<\u2009cindy>", "‹\u2009cindy›")]
    [InlineData("1 < 2 and 3 > 2", "1 < 2 and 3 > 2")]
    [InlineData("I <3 you", "I <3 you")]
    [InlineData("<>", "<>")]
    public void Nothing_in_a_text_passes_for_a_speaker(string text, string shown) => Assert.Equal(shown, LineText.Show(text));

    [Theory]
    [InlineData("one\ntwo", "one two")]
    [InlineData("one\r\ntwo", "one two")]
    [InlineData("one\u2028two\u2029three\u0085four", "one two three four")]
    [InlineData("a\tb", "a b")]
    [InlineData("\u001b[31mred\u0007\u009b", "[31mred")]
    [InlineData("abc\u202Edef\u2066", "abcdef")]
    [InlineData("שלום 👩‍👩‍👧 ok", "שלום 👩‍👩‍👧 ok")]
    public void A_text_is_shown_on_one_line_without_controls(string text, string shown) => Assert.Equal(shown, LineText.OneLine(text));
}
