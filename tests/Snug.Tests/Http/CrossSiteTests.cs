using Microsoft.AspNetCore.Http;
using Snug.Server.Doors.Http;

namespace Snug.Tests.Http;

public class CrossSiteTests
{
    [Theory]
    // What a browser says of a page of ours, of an address that was typed in, and of the rest of the world.
    [InlineData("POST", "Cookie: s=1 | Sec-Fetch-Site: same-origin", false)]
    [InlineData("POST", "Cookie: s=1 | Sec-Fetch-Site: none", false)]
    [InlineData("POST", "Cookie: s=1 | Sec-Fetch-Site: same-site", true)]
    [InlineData("POST", "Cookie: s=1 | Sec-Fetch-Site: cross-site", true)]
    [InlineData("POST", "Cookie: s=1 | Sec-Fetch-Site: cross-site | Origin: http://chat.example", true)]
    [InlineData("POST", "Sec-Fetch-Site: cross-site", true)]
    [InlineData("POST", "Sec-Fetch-Site: ", true)]
    // Every method that changes something, and one that nobody has heard of.
    [InlineData("PUT", "Cookie: s=1 | Sec-Fetch-Site: cross-site", true)]
    [InlineData("PATCH", "Cookie: s=1 | Sec-Fetch-Site: cross-site", true)]
    [InlineData("DELETE", "Cookie: s=1 | Sec-Fetch-Site: cross-site", true)]
    [InlineData("FROB", "Cookie: s=1 | Sec-Fetch-Site: cross-site", true)]
    // A link from another site into the chat is no harm.
    [InlineData("GET", "Cookie: s=1 | Sec-Fetch-Site: cross-site", false)]
    [InlineData("HEAD", "Cookie: s=1 | Sec-Fetch-Site: cross-site", false)]
    [InlineData("OPTIONS", "Sec-Fetch-Site: cross-site", false)]
    // Who holds a token and sends no cookie knows what it does, from wherever.
    [InlineData("POST", "Authorization: Bearer t | Sec-Fetch-Site: cross-site | Origin: https://bot.example", false)]
    [InlineData("POST", "Authorization: bearer t | Origin: https://bot.example", false)]
    [InlineData("POST", "Authorization: Bearer t | Cookie: s=1 | Sec-Fetch-Site: cross-site", true)]
    [InlineData("POST", "Authorization: Basic t | Sec-Fetch-Site: cross-site", true)]
    // Programs that are no browsers say nothing of all this.
    [InlineData("POST", "", false)]
    [InlineData("POST", "Cookie: s=1", false)]
    // A browser by plain HTTP, or an old one, says at least the origin.
    [InlineData("POST", "Cookie: s=1 | Origin: http://chat.example", false)]
    [InlineData("POST", "Cookie: s=1 | Origin: http://CHAT.example", false)]
    [InlineData("POST", "Cookie: s=1 | Origin: https://chat.example", false)]
    [InlineData("POST", "Cookie: s=1 | Origin: https://chat.example:443", false)]
    [InlineData("POST", "Cookie: s=1 | Origin: http://chat.example:8080", true)]
    [InlineData("POST", "Cookie: s=1 | Origin: http://chat.example.evil.example", true)]
    [InlineData("POST", "Cookie: s=1 | Origin: http://chat.example@evil.example", true)]
    [InlineData("POST", "Cookie: s=1 | Origin: null", true)]
    [InlineData("POST", "Cookie: s=1 | Origin: ", true)]
    [InlineData("POST", "Cookie: s=1 | Origin: file://chat.example", true)]
    [InlineData("POST", "Cookie: s=1 | Origin: http://192.168.1.5:8080 | Host: 192.168.1.5:8080", false)]
    [InlineData("POST", "Cookie: s=1 | Origin: http://[::1]:8080 | Host: [::1]:8080", false)]
    [InlineData("POST", "Cookie: s=1 | Origin: http://192.168.1.5:8080 | Host: 192.168.1.5", true)]
    public void What_another_sites_page_made_a_browser_send_is_forbidden(string method, string headers, bool isForbidden)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = method;
        request.Headers.Host = "chat.example";
        foreach (var header in headers.Split(" | ", StringSplitOptions.RemoveEmptyEntries))
            request.Headers[header[..header.IndexOf(':')]] = header[(header.IndexOf(':') + 2)..];

        Assert.Equal(isForbidden, CrossSite.IsForbidden(request));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Origin", "http://chat.example")]
    public void A_header_that_was_sent_twice_is_not_believed(string name, string value)
    {
        var request = new DefaultHttpContext().Request;
        request.Method = "POST";
        request.Headers.Host = "chat.example";
        request.Headers[name] = new[] { value, value };

        Assert.True(CrossSite.IsForbidden(request));
    }
}
