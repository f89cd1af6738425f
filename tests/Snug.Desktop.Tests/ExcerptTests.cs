using Snug.Desktop.View.Rooms;
using Snug.Desktop.View.Search;

namespace Snug.Desktop.Tests;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("Pizza & <pizza>", "pizza", "<b>Pizza</b> &amp; &lt;<b>pizza</b>&gt;")]
    [InlineData("two\nlines", "lines", "two <b>lines</b>")]
    [InlineData("nothing", "else", "nothing")]
    [InlineData("<b>", "b", "&lt;<b>b</b>&gt;")]
    public void Finds_are_bold_and_the_rest_is_plain_text(string text, string words, string markup) => Assert.Equal(markup, Excerpt.Mark(text, words));

    [Fact]
    public void Of_a_long_text_the_part_with_the_find_is_shown()
    {
        var markup = Excerpt.Mark(string.Concat(Enumerable.Repeat("🍕", 200)) + "needle" + new string('x', 400), "needle");

        Assert.StartsWith("…🍕", markup, StringComparison.Ordinal);
        Assert.Contains("🍕<b>needle</b>x", markup, StringComparison.Ordinal);
        Assert.EndsWith("x…", markup, StringComparison.Ordinal);
        Assert.InRange(markup.Length, 150, 250);
    }

    [Theory]
    [InlineData(2, true, "(2) kitchen – Snug")]
    [InlineData(0, true, "• kitchen – Snug")]
    [InlineData(0, false, "kitchen – Snug")]
    public void The_title_tells_what_calls(int calls, bool isUnread, string title) => Assert.Equal(title, RoomHeader.TitleOf("kitchen", calls, isUnread));
}
