using System.Net.Http.Headers;
using System.Text.Json;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Audit;

/// <summary>Somebody whose one session is used on all servers, each request on any of them.</summary>
internal sealed class AuditPerson(HttpClient http, ServerFleet fleet, Tally tally)
{
    private string? token;

    public string Name { get; private set; } = "";

    /// <summary>The cursor of the beginning.</summary>
    public string Cursor { get; private set; } = "";

    /// <summary>The rooms it is in, from before anything is said.</summary>
    public HashSet<long> Rooms { get; } = [];

    public async Task EnterAsync(string name, Random random)
    {
        var body = (await AskAsync(random, HttpMethod.Post, "/api/session", new { name })).Is(201).Body;
        (Name, token, Cursor) = (name, (string)body["token"]!, (string)body["next"]!);
    }

    /// <summary>Asks any server; fails where there is no answer.</summary>
    public async Task<Reply> AskAsync(Random random, HttpMethod method, string path, object? body = null) =>
        await TryAskAsync(fleet.Pick(random)!, method, path, body) ?? throw new InvalidOperationException($"{Name}: {method} {path} was not answered");

    /// <summary>Asks one server.</summary>
    /// <returns>Null where it did not answer, or not in full.</returns>
    public async Task<Reply?> TryAskAsync(FleetServer? server, HttpMethod method, string path, object? body = null)
    {
        if (server?.Url is not { } url) return null;
        try
        {
            using var request = new HttpRequestMessage(method, url + path);
            if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            if (body is not null) request.Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var answer = await http.SendAsync(request);
            return await Reply.ReadAsync(answer);
        }
        catch (Exception lost) when (lost is HttpRequestException or OperationCanceledException)
        {
            tally.Count(lost is HttpRequestException ? "lost: broken off" : "lost: not answered in time");
            return null;
        }
    }
}
