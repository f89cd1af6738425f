using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Snug.Tests.Running;

namespace Snug.Tests.Http;

public partial class ApiDescriptionTests
{
    [Fact]
    public async Task Every_address_of_the_documented_API_is_described()
    {
        await using var server = await TestServer.StartAsync();
        var paths = (await DescribeAsync(server))["paths"]!.AsObject();
        var described = paths.SelectMany(path => path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}")).ToHashSet();

        string[] contract =
        [
            "POST /api/session", "DELETE /api/session", "PUT /api/account", "GET /api/events", "GET /api/users", "GET /api/rooms", "POST /api/rooms",
            "POST /api/rooms/{id}/join", "POST /api/rooms/{id}/leave", "POST /api/rooms/{id}/invite", "POST /api/direct", "GET /api/rooms/{id}/users",
            "POST /api/rooms/{id}/messages", "GET /api/rooms/{id}/messages", "PATCH /api/messages/{id}", "DELETE /api/messages/{id}",
            "PUT /api/messages/{id}/reactions/{emoji}", "DELETE /api/messages/{id}/reactions/{emoji}", "PUT /api/rooms/{id}/read", "POST /api/uploads",
            "GET /api/search", "GET /healthz", "GET /metrics",
        ];
        Assert.Empty(contract.Except(described));
        Assert.DoesNotContain(described, operation => operation.Contains("/operator", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_reference_leads_somewhere_and_every_operation_has_a_name_of_its_own()
    {
        await using var server = await TestServer.StartAsync();
        var document = await DescribeAsync(server);

        foreach (Match reference in Reference().Matches(document.ToJsonString()))
            Assert.NotNull(document["components"]!["schemas"]![reference.Groups[1].Value]);
        var names = document["paths"]!.AsObject().SelectMany(path => path.Value!.AsObject().Select(operation => (string)operation.Value!["operationId"]!)).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
    }

    [Fact]
    public async Task Bodies_and_answers_are_described_by_their_shape()
    {
        await using var server = await TestServer.StartAsync();
        var paths = (await DescribeAsync(server))["paths"]!;

        Assert.NotNull(paths["/api/uploads"]!["post"]!["requestBody"]!["content"]!["application/octet-stream"]);
        Assert.NotNull(paths["/api/rooms/{id}/messages"]!["post"]!["requestBody"]!["content"]!["application/json"]!["schema"]);
        Assert.NotNull(paths["/api/events"]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]);
        Assert.Equal("#/components/schemas/Problem", (string)paths["/api/rooms"]!["post"]!["responses"]!["default"]!["content"]!["application/problem+json"]!["schema"]!["$ref"]!);
    }

    [Fact]
    public async Task Each_kind_of_event_is_described_by_itself_and_told_from_the_others_by_its_type()
    {
        await using var server = await TestServer.StartAsync();
        var schemas = (await DescribeAsync(server))["components"]!["schemas"]!;

        var kinds = schemas["EventRecord"]!["oneOf"]!.AsArray().Select(one => schemas[((string)one!["$ref"]!).Split('/')[^1]]!).ToList();

        Assert.Equal(
            ["deleted", "edited", "joined", "left", "message", "reaction", "read", "room"],
            kinds.Select(kind => (string)Assert.Single(kind["properties"]!["type"]!["enum"]!.AsArray())!).Order());
        Assert.All(kinds, kind => Assert.Contains("type", Required(kind)));
        var message = kinds.Single(kind => (string)kind["properties"]!["type"]!["enum"]![0]! == "message");
        Assert.Equal("#/components/schemas/MessageRecord", (string)message["properties"]!["message"]!["$ref"]!);
    }

    [Fact]
    public async Task What_is_always_there_is_described_as_such_and_nothing_as_null()
    {
        await using var server = await TestServer.StartAsync();
        var schemas = (await DescribeAsync(server))["components"]!["schemas"]!;

        Assert.DoesNotContain("\"null\"", schemas.ToJsonString());
        Assert.Equal(["at", "attachments", "from", "id", "reactions", "room", "text"], Required(schemas["MessageRecord"]!).Order());
        Assert.Equal(["limits", "next", "user"], Required(schemas["SessionView"]!).Order());
        Assert.Equal(["name"], Required(schemas["EntryRequest"]!));
    }

    private static IEnumerable<string> Required(JsonNode schema) => schema["required"]!.AsArray().Select(name => (string)name!);

    private static async Task<JsonNode> DescribeAsync(TestServer server)
    {
        using var http = new HttpClient();
        return JsonNode.Parse(await http.GetStringAsync(server.HttpUrl + "/openapi/v1.json"))!;
    }

    [GeneratedRegex("\"#/components/schemas/([^\"]+)\"")]
    private static partial Regex Reference();
}
