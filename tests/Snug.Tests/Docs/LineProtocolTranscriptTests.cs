using System.Text.RegularExpressions;
using Snug.Tests.Running;

namespace Snug.Tests.Docs;

/// <summary>
/// Holds the transcripts of docs/line-protocol.md against a real server. In a transcript, <c>A&gt; text</c> is a line that
/// the connection A sends, <c>A&lt; text</c> the reply that it reads next (<c>…</c> stands for any rest of the line), and
/// <c>A&lt;|</c> the end of the connection.
/// </summary>
public partial class LineProtocolTranscriptTests
{
    public static TheoryData<int> Transcripts() => [.. Enumerable.Range(0, ReadTranscripts().Count)];

    [Theory]
    [MemberData(nameof(Transcripts))]
    public async Task The_server_answers_as_documented(int number)
    {
        await using var server = await TestServer.StartAsync();
        var connections = new Dictionary<string, LineSocket>();

        foreach (var line in ReadTranscripts()[number])
        {
            var who = Speaker().Match(line).Groups[1].Value;
            if (!connections.TryGetValue(who, out var socket)) connections[who] = socket = await server.ConnectAsync();

            if (line.StartsWith(who + "<|", StringComparison.Ordinal)) Assert.Null(await socket.ReadLineAsync());
            else if (line[who.Length] == '>') await socket.SendAsync(line[(who.Length + 2)..] + "\n");
            else AssertReply(line[(who.Length + 2)..], await socket.ReadLineAsync());
        }

        foreach (var socket in connections.Values) socket.Dispose();
    }

    [Fact]
    public void The_page_has_transcripts() => Assert.True(ReadTranscripts().Count >= 5);

    private static void AssertReply(string expected, string? reply)
    {
        if (expected.EndsWith('…')) Assert.StartsWith(expected[..^1], reply);
        else Assert.Equal(expected, reply);
    }

    private static List<string[]> ReadTranscripts() =>
        [.. Block().Matches(File.ReadAllText(Repository.PathOf("docs/line-protocol.md")))
            .Select(block => block.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))];

    [GeneratedRegex("```transcript\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^(\w+)[<>]")]
    private static partial Regex Speaker();
}
