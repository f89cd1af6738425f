using System.Text;
using Snug.Protocol;

namespace Snug.Tests.Protocol;

public class LineMessageTests
{
    [Fact]
    public void What_is_encoded_is_read_back()
    {
        string[] texts = ["We had pizza last night.", "<ethan>forged", " <ethan>", "", "a <b c> d", "ends in <", "> starts", "x <", "‹cindy›"];
        var body = string.Concat(texts.Select(text => Encoding.UTF8.GetString(LineMessage.Encode("cindy", text))));

        var read = LineMessage.ParseAll(body);

        Assert.Equal(texts.Select(LineText.Show), read.Select(message => message.Text));
        Assert.All(read, message => Assert.Equal("cindy", message.From));
    }

    [Fact]
    public void A_mark_at_the_beginning_does_not_change_the_bracket() =>
        Assert.Equal(" <eve>◌\u0338hi", Encoding.UTF8.GetString(LineMessage.Encode("eve", "\u0338hi")));

    [Fact]
    public void An_empty_buffer_holds_no_message() => Assert.Empty(LineMessage.ParseAll(""));

    [Theory]
    [InlineData(" ")]
    [InlineData("hello")]
    [InlineData(" hello <cindy>x")]
    [InlineData(" <no name>x")]
    public void A_body_without_a_speaker_is_refused(string body) =>
        Assert.Throws<FormatException>(() => LineMessage.ParseAll(body));
}
