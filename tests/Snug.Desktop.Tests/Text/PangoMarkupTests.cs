using System.Xml.Linq;
using Snug.Desktop.Text;
using Snug.Desktop.Text.Markdown;

namespace Snug.Desktop.Tests.Text;

public sealed class PangoMarkupTests
{
    private static readonly KnownNames Names = new("cindy", new HashSet<string> { "cindy", "ethan" }, new Dictionary<string, long> { ["kitchen"] = 7 });

    public static TheoryData<string> Typed => [.. Cases.All.Rules.Select(rule => rule.Typed).Concat(Cases.All.Hostile.Select(part => part + part + "x"))];

    [Theory]
    [MemberData(nameof(Typed))]
    public void Nothing_that_a_message_holds_becomes_markup(string text)
    {
        foreach (var markup in MarkupOf(text))
        {
            var elements = XElement.Parse(markup).DescendantsAndSelf().ToList();

            Assert.All(elements, element => Assert.Contains(element.Name.LocalName, (string[])["span", "b", "i", "s", "a", "small"]));
            Assert.All(elements.Attributes("href"), href => Assert.Matches("^(https?://|mailto:)", href.Value));
        }
    }

    [Fact]
    public void Marks_are_elements_and_what_looks_like_elements_is_text() =>
        Assert.Equal("<span insert_hyphens=\"false\"><b>a &lt;/b&gt; &amp;amp;</b></span>", MarkupOf("**a </b> &amp;**").Single());

    [Fact]
    public void A_link_says_in_its_tooltip_where_it_leads_and_beside_it_what_it_hides()
    {
        var link = XElement.Parse(MarkupOf("[bank.example](https://evil.example/?a=1&b=2)").Single()).Element("a")!;

        Assert.Equal("https://evil.example/?a=1&b=2", link.Attribute("href")!.Value);
        Assert.Equal("https://evil.example/?a=1&amp;b=2", link.Attribute("title")!.Value);
        Assert.EndsWith("(evil.example)\u2069", link.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_reads_is_marked_more_than_others_and_a_room_is_a_link()
    {
        var parts = XElement.Parse(MarkupOf("@cindy @ethan @nobody #kitchen").Single()).Elements().ToList();

        Assert.Equal(["700", "600", null], parts.Select(part => part.Attribute("weight")?.Value));
        Assert.Equal("snug-room:7", parts[2].Attribute("href")!.Value);
    }

    [Fact]
    public void Control_characters_and_halves_of_pairs_are_left_out() =>
        Assert.Equal("<span insert_hyphens=\"false\">ab\ufffd</span>", MarkupOf("a\0\u0001b\ud800").Single());

    private static List<string> MarkupOf(string text) =>
        [.. MessageMarkdown.Read(text).OfType<Block.Paragraph>().Select(paragraph => PangoMarkup.Of(paragraph.Inlines, Names))];
}
