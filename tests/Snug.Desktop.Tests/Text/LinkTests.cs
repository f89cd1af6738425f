using Snug.Desktop.Text.Links;

namespace Snug.Desktop.Tests.Text;

public sealed class LinkTests
{
    public static TheoryData<string> Followed => [.. Cases.All.Followed];

    public static TheoryData<string> NotFollowed => [.. Cases.All.NotFollowed];

    public static TheoryData<string, string, string?> Links =>
        [.. Cases.All.Spoofed.Concat(Cases.All.Honest).Select(link => new TheoryDataRow<string, string, string?>(link.Text, link.Href, link.Host))];

    [Theory]
    [MemberData(nameof(Followed))]
    public void Pages_and_mail_are_followed(string href) => Assert.NotNull(Address.Of(href));

    [Theory]
    [MemberData(nameof(NotFollowed))]
    public void Nothing_else_is(string href) => Assert.Null(Address.Of(href));

    [Theory]
    [MemberData(nameof(Links))]
    public void A_link_whose_text_names_another_place_shows_where_it_leads(string text, string href, string? host) =>
        Assert.Equal(host, HiddenHost.Of(text, Address.Of(href)!));

    [Theory]
    [InlineData("HTTP://Snug.Example:80/a/../b c?d=\"e\"#f g", "http://snug.example/b%20c?d=%22e%22#f%20g")]
    [InlineData("https:\\\\snug.example\\x", "https://snug.example/x")]
    [InlineData("https://müller.example/ä", "https://xn--mller-kva.example/%C3%A4")]
    [InlineData("http://0x7f.1/", "http://127.0.0.1/")]
    [InlineData("http://2130706433", "http://127.0.0.1/")]
    [InlineData("http://[::1]:8080/", "http://[::1]:8080/")]
    [InlineData("https://a:b@snug.example", "https://a:b@snug.example/")]
    [InlineData("mailto:cindy@snug.example?subject=a b", "mailto:cindy@snug.example?subject=a%20b")]
    public void An_address_is_spelled_as_a_browser_takes_it(string typed, string href) => Assert.Equal(href, Address.Of(typed)!.Href);
}
