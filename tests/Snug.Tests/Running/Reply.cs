using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Snug.Tests.Running;

/// <summary>What the HTTP door answered.</summary>
internal sealed record Reply(int Status, string? Type, HttpResponseHeaders Headers, string Text)
{
    /// <summary>The body as JSON; an empty object where there is none.</summary>
    public JsonNode Body => Text.Length == 0 ? new JsonObject() : JsonNode.Parse(Text)!;

    /// <summary>The stable code of a refusal; null where it was granted.</summary>
    public string? Code => Type == "application/problem+json" ? (string?)Body["code"] : null;

    public long Id => (long)Body["id"]!;

    public static async Task<Reply> ReadAsync(HttpResponseMessage answer) =>
        new((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType, answer.Headers, await answer.Content.ReadAsStringAsync());

    /// <summary>Fails unless it is this status.</summary>
    public Reply Is(int status)
    {
        Assert.True(status == Status, $"{Status} instead of {status}: {Text}");
        return this;
    }

    /// <summary>Fails unless it is a whole problem+json of this status and code.</summary>
    public void IsRefused(int status, string code)
    {
        Assert.Equal((status, "application/problem+json", code), (Status, Type, Code));
        Assert.Equal(status, (int)Body["status"]!);
        Assert.False(string.IsNullOrWhiteSpace((string?)Body["title"]), Text);
        Assert.False(string.IsNullOrWhiteSpace((string?)Body["detail"]), Text);
    }
}
