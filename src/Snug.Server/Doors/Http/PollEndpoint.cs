using System.Buffers;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Snug.Server.Metrics;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>
/// <c>GET /api/events?since=CURSOR&amp;wait=SECONDS</c>. Most of what the server does is to answer that nothing has come, so this
/// stands before routing and binds nothing.
/// </summary>
internal sealed class PollEndpoint(RequestDelegate next, Sessions sessions, Polls polls, Cursors cursors, ChatMeter meter, IHostApplicationLifetime server)
{
    public const string Path = "/api/events";

    /// <summary>Tells the API's description of the poll; no request comes as far as this.</summary>
    public static void Describe(IEndpointRouteBuilder routes) => routes
        .MapGet(Path, Results<Ok<EventsPageView>, NoContent, ProblemHttpResult> (
            [Description("The next of the answer before; what it covers is acknowledged. Left out: from what this session has acknowledged.")] string? since = null,
            [Description("How many seconds to wait when nothing has come."), Range(0, Limits.LongestWait)] int wait = 0) => throw new UnreachableException())
        .WithName("ReadEvents")
        .WithSummary("What has happened since a cursor; may wait for it. 204 when nothing has come: keep the cursor.");

    public Task InvokeAsync(HttpContext http) =>
        !IsPath(http.Request.Path.Value) ? next(http)
        : HttpMethods.IsGet(http.Request.Method) ? AnswerAsync(http, isSecondLook: !polls.IsShared)
        : Problems.WriteAsync(http, Refusal.WrongMethod);

    // As routing compares.
    private static bool IsPath(ReadOnlySpan<char> path) => path.TrimEnd('/').Equals(Path, StringComparison.OrdinalIgnoreCase);

    private Task AnswerAsync(HttpContext http, bool isSecondLook)
    {
        if (Asker.Find(http, sessions) is not { } session) return isSecondLook ? Problems.WriteAsync(http, Refusal.NoSession) : LookAgainAsync(http);
        session.Address = http.Connection.RemoteIpAddress;
        if (!TryReadQuery(http.Request.QueryString.Value, out var since, out var wait)) return Problems.WriteAsync(http, InvalidWait);

        long cursor;
        if (since.IsEmpty)
        {
            cursor = session.Cursor;
        }
        else
        {
            if (cursors.Read(since) is not { } given) return isSecondLook ? Problems.WriteAsync(http, Refusal.InvalidCursor) : LookAgainAsync(http);
            // Asking for what comes after it says that all before has arrived.
            session.Acknowledge(given);
            cursor = given;
        }

        meter.Polls.Add(1);
        return polls.HasNews(session.Person, cursor) ? WriteAsync(http, session, cursor, wait) : WaitAsync(http, session, cursor, wait);
    }

    // The session or the cursor may be another server's of a moment ago.
    private async Task LookAgainAsync(HttpContext http)
    {
        await polls.CatchUpAsync();
        await AnswerAsync(http, isSecondLook: true);
    }

    private static readonly Refusal InvalidWait = Refusal.Invalid("invalid-wait", $"wait is a number of seconds from 0 to {Limits.LongestWait}");

    private Task WaitAsync(HttpContext http, Session session, long cursor, int wait) =>
        wait == 0 || server.ApplicationStopping.IsCancellationRequested
            ? AnswerNothing(http)
            : WaitAsync(http, session, cursor, TimeSpan.FromSeconds(wait));

    private async Task WaitAsync(HttpContext http, Session session, long cursor, TimeSpan longest)
    {
        await polls.WaitAsync(session, cursor, longest, http.ConnectionClosed(), server.ApplicationStopping);
        if (session.HasEnded) await Problems.WriteAsync(http, Refusal.NoSession);
        else if (polls.HasNews(session.Person, cursor)) await WriteAsync(http, session, cursor, wait: 0);
        else await AnswerNothing(http);
    }

    private async Task WriteAsync(HttpContext http, Session session, long cursor, int wait)
    {
        // Far behind, a reading holds a page of each of its rooms: one session does not get many of those at once.
        if (!await session.TryBeginRequestAsync(http.ConnectionClosed()))
        {
            await Problems.WriteAsync(http, Refusal.NoSession);
            return;
        }
        EventsPage page;
        try
        {
            page = await polls.ReadAsync(session.Person, cursor);
        }
        finally
        {
            session.EndRequest();
        }
        // What looked like news may be none to this reader: the wait that was asked for begins behind it.
        await (page.Events.Count == 0 ? WaitAsync(http, session, page.Next, wait) : WriteAsync(http, page));
    }

    private async Task WriteAsync(HttpContext http, EventsPage page)
    {
        var next = Encoding.ASCII.GetBytes(cursors.Write(page.Next));
        http.Response.ContentType = "application/json";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.ContentLength = Opening.Length + page.Events.Sum(one => one.Json.Length) + page.Events.Count - 1 + Middle.Length + next.Length + Closing.Length;
        var body = http.Response.BodyWriter;
        body.Write(Opening);
        for (var i = 0; i < page.Events.Count; i++)
        {
            if (i > 0) body.Write(","u8);
            body.Write(page.Events[i].Json);
        }
        body.Write(Middle);
        body.Write(next);
        body.Write(Closing);
        await body.FlushAsync();
    }

    private static ReadOnlySpan<byte> Opening => "{\"events\":["u8;
    private static ReadOnlySpan<byte> Middle => "],\"next\":\""u8;
    private static ReadOnlySpan<byte> Closing => "\"}"u8;

    private static Task AnswerNothing(HttpContext http)
    {
        // An answer that was kept on the way would hide all that comes after it.
        http.Response.Headers.CacheControl = "no-store";
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static bool TryReadQuery(string? query, out ReadOnlySpan<char> since, out int wait)
    {
        since = default;
        wait = 0;
        var rest = query.AsSpan().TrimStart('?');
        foreach (var range in rest.Split('&'))
        {
            var pair = rest[range];
            if (pair.StartsWith("since=", StringComparison.Ordinal)) since = pair["since=".Length..];
            else if (pair.StartsWith("wait=", StringComparison.Ordinal)
                && (!int.TryParse(pair["wait=".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out wait) || wait > Limits.LongestWait)) return false;
        }
        return true;
    }
}

/// <summary>Events, oldest first.</summary>
/// <param name="Next">The cursor to go on with.</param>
internal sealed record EventsPageView(IReadOnlyList<EventRecord> Events, string Next);
