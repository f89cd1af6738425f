using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

/// <summary>Most posts go straight to the chat, those out of the ordinary through the framework: nobody can tell which.</summary>
public partial class PostWaysTests
{
    [Theory]
    [InlineData(201, "1", """{"text":"How about <spaghetti> & \"pizza\" 🍕?\u0000"}""")]
    [InlineData(201, "1", """{"TEXT":"in capitals", "more":[1], "replyTo":null, "attachments":[]} """)]
    [InlineData(200, "1", """{"text":"said before","nonce":"n"}""")]
    [InlineData(400, "1", """{"text":""}""")]
    [InlineData(400, "1", """{"text":7}""")]
    [InlineData(400, "1", """{"text":"a","text":"b"}""")]
    [InlineData(400, "1", """{"text":"a","replyTo":77}""")]
    [InlineData(400, "1", "null")]
    [InlineData(404, "99", """{"text":"hello"}""")]
    public async Task A_post_is_answered_the_same_however_it_comes(int status, string room, string json)
    {
        await using var server = await TestServer.StartAsync();
        using var cindy = await server.EnterHttpAsync("cindy");
        await cindy.SayAsync("said before", nonce: "n");

        var (straight, chunked, roundabout) = await PostAsync(cindy, room, json);

        Assert.StartsWith($"{status} ", straight, StringComparison.Ordinal);
        Assert.Equal(straight, chunked);
        Assert.Equal(straight, roundabout);
    }

    [Fact]
    public async Task Nobody_is_answered_the_same_however_they_come()
    {
        await using var server = await TestServer.StartAsync();
        using var nobody = new ChatUser(server.HttpUrl, "none");

        var (straight, chunked, roundabout) = await PostAsync(nobody, "1", """{"text":"hello"}""");

        Assert.StartsWith("401 ", straight, StringComparison.Ordinal);
        Assert.Equal(straight, chunked);
        Assert.Equal(straight, roundabout);
    }

    private static async Task<(string Straight, string Chunked, string Roundabout)> PostAsync(ChatUser author, string room, string json) => (
        await PostAsync(author, $"/api/rooms/{room}/messages", json, isChunked: false),
        await PostAsync(author, $"/api/rooms/{room}/messages", json, isChunked: true),
        await PostAsync(author, $"/API/rooms/{room}/messages/", json, isChunked: false));

    // All that is answered, but for what each message has of its own and how the body is framed.
    private static async Task<string> PostAsync(ChatUser author, string path, string json, bool isChunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        request.Headers.TransferEncodingChunked = isChunked;
        using var answer = await author.Http.SendAsync(request);
        var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key is not ("Date" or "Transfer-Encoding" or "Content-Length"))
            .OrderBy(header => header.Key, StringComparer.Ordinal).Select(header => $"{header.Key}: {string.Join(", ", header.Value)}");
        return Own().Replace($"{(int)answer.StatusCode} {string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync()}", "");
    }

    [GeneratedRegex("""(?<=/api/messages/|\{"id":)\d+|(?<="at":")[^"]+""")]
    private static partial Regex Own();
}
