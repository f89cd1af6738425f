using Snug.Desktop.Text;

namespace Snug.Desktop.Tests.Text;

public sealed class ShortTextTests
{
    private static readonly KnownNames Names = new("Cindy", new HashSet<string> { "cindy", "ethan", "dr.no" },
        new Dictionary<string, long> { ["kitchen"] = 2, ["kitchen table"] = 3, ["c++"] = 4 });

    public static TheoryData<string, bool> Emoji =>
        [.. Cases.All.EmojiAlone.Select(answer => new TheoryDataRow<string, bool>(answer.Text, answer.Expected))];

    public static TheoryData<string, string> FirstLines =>
        [.. Cases.All.FirstLines.Select(line => new TheoryDataRow<string, string>(line.Text, line.Expected))];

    public static TheoryData<string, string> Called =>
        [.. Cases.All.Names.Select(named => new TheoryDataRow<string, string>(named.Text, named.Shown))];

    [Theory]
    [MemberData(nameof(Emoji))]
    public void A_message_of_a_few_emoji_is_known(string text, bool expected) => Assert.Equal(expected, EmojiAlone.Is(text));

    [Theory]
    [MemberData(nameof(FirstLines))]
    public void The_first_line_that_shows_something_is_plain(string text, string expected) =>
        Assert.Equal(expected, PlainText.FirstLine(text));

    [Theory]
    [MemberData(nameof(Called))]
    public void Names_in_a_text_are_found(string text, string shown) => Assert.Equal(shown, Sketch.Of(text, Names));

    [Theory]
    [InlineData("שלום hello", true)]
    [InlineData("12, مرحبا", true)]
    [InlineData("hello שלום", false)]
    [InlineData("🍝", false)]
    public void A_text_is_written_the_way_its_first_letter_is(string text, bool isRightToLeft) =>
        Assert.Equal(isRightToLeft, TextDirection.IsRightToLeft(text));
}
