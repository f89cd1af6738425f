using Snug.Client;
using Snug.Tests.Running;

namespace Snug.Tests.Client;

/// <summary>The client library's public surface is what programs are written against: it changes knowingly, or not at all.</summary>
public class PublicApiTests
{
    private const string Pinned = "tests/Snug.Tests/Client/PublicApi.txt";

    private const string Now = "artifacts/PublicApi.txt";

    [Fact]
    public void The_public_api_is_the_one_that_was_agreed_on()
    {
        var now = ApiText.Of(typeof(ChatClient).Assembly);
        var pinned = File.Exists(Repository.PathOf(Pinned)) ? File.ReadAllText(Repository.PathOf(Pinned)) : "";
        if (now == pinned) return;

        File.WriteAllText(Repository.PathOf(Now), now);
        var (nowLines, pinnedLines) = (Lines(now), Lines(pinned));
        Assert.Fail($"""
            The public API of Snug.Client has changed. If that is meant, accept it, and say it in CHANGELOG.md:
                cp {Now} {Pinned}
            {string.Join('\n', pinnedLines.Except(nowLines).Select(line => "- " + line))}
            {string.Join('\n', nowLines.Except(pinnedLines).Select(line => "+ " + line))}
            """);
    }

    // Each line with its type, so that equal ones of different types are told apart.
    private static List<string> Lines(string text) =>
        [.. from type in text.Split("\n\n") let lines = type.TrimEnd().Split('\n') from line in lines select $"{lines[0]}: {line.Trim()}"];
}
