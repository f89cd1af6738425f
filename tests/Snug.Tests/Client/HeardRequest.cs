using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace Snug.Tests.Client;

/// <summary>A request that a <see cref="ScriptedServer"/> was asked, to be answered by the test.</summary>
internal sealed class HeardRequest(HttpContext http, string body)
{
    private readonly TaskCompletionSource answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly IQueryCollection queries = http.Request.Query;

    public Task Answered => answered.Task;

    public string Body => body;

    // Copied out: the server reuses a request's memory once it is answered.
    public string? Authorization { get; } = http.Request.Headers.Authorization;

    public string? ContentType { get; } = http.Request.ContentType;

    /// <summary>Method, path and query as they were sent.</summary>
    public string Line { get; } = $"{http.Request.Method} {new Uri(http.Request.GetEncodedUrl()).PathAndQuery}";

    public string? Query(string name) => queries[name];

    public async Task AnswerAsync(int status, string json = "", string? retryAfter = null, string type = "application/json")
    {
        http.Response.StatusCode = status;
        if (retryAfter is not null) http.Response.Headers.RetryAfter = retryAfter;
        if (json.Length > 0)
        {
            http.Response.ContentType = type;
            await http.Response.WriteAsync(json);
        }
        answered.TrySetResult();
    }

    public Task RefuseAsync(int status, string code, string? retryAfter = null) =>
        AnswerAsync(status, $$"""{"title":"No","status":{{status}},"detail":"because {{code}}","code":"{{code}}"}""", retryAfter, "application/problem+json");

    public Task RedirectAsync(Uri to)
    {
        http.Response.Headers.Location = to.ToString();
        return AnswerAsync(307);
    }

    /// <summary>Answers with a body that is packed with gzip.</summary>
    public async Task AnswerPackedAsync(string json)
    {
        http.Response.ContentType = "application/json";
        http.Response.Headers.ContentEncoding = "gzip";
        await using (var packed = new GZipStream(http.Response.Body, CompressionLevel.Fastest, leaveOpen: true))
            await packed.WriteAsync(Encoding.UTF8.GetBytes(json));
        answered.TrySetResult();
    }

    /// <summary>Ends the connection within the answer.</summary>
    public async Task AnswerHalfAsync(string json)
    {
        http.Response.ContentLength = Encoding.UTF8.GetByteCount(json) + 1;
        http.Response.ContentType = "application/json";
        await http.Response.WriteAsync(json);
        await http.Response.Body.FlushAsync();
        Cut();
    }

    /// <summary>Ends the connection without an answer.</summary>
    public void Cut()
    {
        http.Abort();
        answered.TrySetResult();
    }
}
