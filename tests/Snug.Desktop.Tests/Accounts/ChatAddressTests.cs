using Snug.Desktop.Accounts;

namespace Snug.Desktop.Tests.Accounts;

public sealed class ChatAddressTests
{
    [Theory]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080/")]
    [InlineData(" https://chat.example.org ", "https://chat.example.org/")]
    [InlineData("chat.example.org", "https://chat.example.org/")]
    [InlineData("chat.example.org:8443", "https://chat.example.org:8443/")]
    [InlineData("127.0.0.1:9000", "http://127.0.0.1:9000/")]
    [InlineData("localhost", "http://localhost:8080/")]
    [InlineData("[::1]:9000", "http://[::1]:9000/")]
    public void An_address_is_understood_as_people_write_it(string written, string meant) =>
        Assert.Equal(meant, ChatAddress.Parse(written).AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("ftp://example.org")]
    [InlineData("http://")]
    public void What_is_no_address_is_not_taken(string written) => Assert.False(ChatAddress.TryParse(written, out _));
}
