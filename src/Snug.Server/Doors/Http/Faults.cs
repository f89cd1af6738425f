using Microsoft.AspNetCore.Connections;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>Gives every failure a problem+json body: requests that make no sense, paths that are none, a store that fails, bugs.</summary>
internal sealed partial class Faults(RequestDelegate next, ILogger<Faults> logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (Missing(http) is { } refusal) await Problems.WriteAsync(http, refusal);
        }
        catch (Exception gone) when (gone is ConnectionResetException || (gone is OperationCanceledException && http.RequestAborted.IsCancellationRequested))
        {
            // The asker has gone: what was to come of the body is not waited for.
            http.Abort();
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            await Problems.WriteAsync(http, Understand(http, fault));
        }
    }

    private static Refusal? Missing(HttpContext http)
    {
        if (http.Response.HasStarted || http.Response.ContentLength > 0 || http.Response.ContentType is not null) return null;
        return http.Response.StatusCode switch
        {
            StatusCodes.Status404NotFound => Refusal.NotFound,
            StatusCodes.Status405MethodNotAllowed => new Refusal(RefusalKind.WrongMethod, "wrong-method", "this address does not take that method"),
            StatusCodes.Status415UnsupportedMediaType => Refusal.Invalid("not-json", "the body has to be JSON (Content-Type: application/json)"),
            _ => null,
        };
    }

    private Refusal Understand(HttpContext http, Exception fault)
    {
        switch (fault)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Refusal.TooLarge("the request is too large");
            case BadHttpRequestException malformed:
                return Refusal.Invalid("malformed", malformed.InnerException?.Message ?? malformed.Message);
            case StoreException:
                LogUnavailable(http.Request.Path, fault.Message);
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
