using System.Text.Json;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>Gives every failure a problem+json body: requests that make no sense, paths that are none, a store that fails, bugs.</summary>
internal sealed partial class Faults(RequestDelegate next, TimeProvider time, ILogger<Faults> logger)
{
    // When a store that fails was last told of.
    private long told = time.GetTimestamp() - (long)(Limits.FaultTold.TotalSeconds * time.TimestampFrequency);

    public async Task InvokeAsync(HttpContext http)
    {
        if (HasForeignCharset(http.Request))
        {
            await AnswerAsync(http, Refusal.Invalid("not-json", "JSON is UTF-8: leave the charset out"));
            return;
        }
        try
        {
            await next(http);
            if (Missing(http) is { } refusal) await AnswerAsync(http, refusal);
        }
        catch (Exception gone) when (gone is ConnectionResetException || (gone is OperationCanceledException && (http.RequestAborted.IsCancellationRequested || http.ConnectionClosed().IsCancellationRequested)))
        {
            // The asker has gone: what was to come of the body is not waited for.
            http.Abort();
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            await AnswerAsync(http, Understand(http, fault));
        }
    }

    // The framework would stumble over a charset that it does not know.
    private static bool HasForeignCharset(HttpRequest request) =>
        request.ContentType is { } type
        && type.Contains("charset", StringComparison.OrdinalIgnoreCase) && type.Contains("json", StringComparison.OrdinalIgnoreCase)
        && !(MediaTypeHeaderValue.TryParse(type, out var parsed) && parsed.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static async Task AnswerAsync(HttpContext http, Refusal refusal)
    {
        if (refusal.Kind == RefusalKind.TooLarge) await SkipBodyAsync(http);
        await Problems.WriteAsync(http, refusal);
    }

    // Many clients send all of a body before they read the answer, and never see one that ends the connection meanwhile.
    private static async Task SkipBodyAsync(HttpContext http)
    {
        if (http.Request.ContentLength is not <= Limits.SkippedBody
            || http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } limit) return;

        limit.MaxRequestBodySize = Limits.SkippedBody;
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        catch (Exception failure) when (failure is IOException or OperationCanceledException)
        {
            // Too slow, or gone: it gets its answer as it is.
        }
    }

    // A store that is away fails every request of everybody: a line now and then says as much.
    private bool MayTell()
    {
        var (before, now) = (Volatile.Read(ref told), time.GetTimestamp());
        return time.GetElapsedTime(before, now) >= Limits.FaultTold && Interlocked.CompareExchange(ref told, now, before) == before;
    }

    private static Refusal? Missing(HttpContext http)
    {
        if (http.Response.HasStarted || http.Response.ContentLength > 0 || http.Response.ContentType is not null) return null;
        return http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Refusal.NotFound,
            StatusCodes.Status405MethodNotAllowed => Refusal.WrongMethod,
            StatusCodes.Status413PayloadTooLarge => TooLarge,
            StatusCodes.Status415UnsupportedMediaType => Refusal.Invalid("not-json", "the body has to be JSON (Content-Type: application/json)"),
            _ => null,
        };
    }

    private static Refusal TooLarge => Refusal.TooLarge("the request is too large");

    // The framework's own words name the types of this program.
    private static string Explain(JsonException? json) => json switch
    {
        null => "the body or a parameter is not what this address takes",
        { Path: { } path } => $"the body is not the JSON that this address takes: look at {path}",
        _ => "the body is not the JSON that this address takes",
    };

    private Refusal Understand(HttpContext http, Exception fault)
    {
        switch (fault)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return TooLarge;
            case BadHttpRequestException malformed:
                return Refusal.Invalid("malformed", Explain(malformed.InnerException as JsonException));
            case StoreException:
                if (MayTell()) LogUnavailable(http.Request.Path, fault.Message);
                return Refusal.Unavailable;
            default:
                LogBug(http.Connection.Id, http.Request.Method, http.Request.Path, fault);
                return Refusal.Internal;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "http {Path}: {Reason}")]
    private partial void LogUnavailable(string path, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "http {Connection}: {Method} {Path} failed")]
    private partial void LogBug(string connection, string method, string path, Exception bug);
}
