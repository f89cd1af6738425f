using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Snug.Server.Events;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>
/// <c>POST /api/rooms/{id}/messages</c> as nearly all of them come: small, and whole by the time they are looked at. Where many speak
/// that is most of what the server does, so this stands before routing. Whatever is out of the ordinary is left as it
/// came to <see cref="MessageEndpoints"/>, which says what is wrong with it.
/// </summary>
internal sealed class PostEndpoint(
    RequestDelegate next, Askers askers, SecondLook second, Messages messages, IOptions<JsonOptions> json)
{
    private const string Before = "/api/rooms/", Behind = "/messages";

    // The same words, read by the same rules, as where the framework reads them.
    private readonly JsonTypeInfo<Draft> draftJson = (JsonTypeInfo<Draft>)json.Value.SerializerOptions.GetTypeInfo(typeof(Draft));

    public Task InvokeAsync(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && TryReadRoom(http.Request.Path.Value, out var room) && TryReadDraft(http.Request) is { } draft
            ? AnswerAsync(http, room, draft)
            : next(http);

    private static bool TryReadRoom(ReadOnlySpan<char> path, out long room)
    {
        room = 0;
        return path.StartsWith(Before, StringComparison.Ordinal) && path[Before.Length..] is var rest && rest.EndsWith(Behind, StringComparison.Ordinal)
            && long.TryParse(rest[..^Behind.Length], NumberStyles.None, CultureInfo.InvariantCulture, out room);
    }

    // Null where it cannot be read at once; nothing is taken out of the body then.
    private Draft? TryReadDraft(HttpRequest request)
    {
        if (request.ContentType is not ("application/json" or "application/json; charset=utf-8") || request.ContentLength is not (> 0 and <= Limits.ReadBuffer)
            || !request.BodyReader.TryRead(out var read)) return null;

        var body = read.Buffer;
        var draft = read.IsCompleted && body.IsSingleSegment ? Parse(body.FirstSpan) : null;
        request.BodyReader.AdvanceTo(draft is null ? body.Start : body.End);
        return draft;
    }

    private Draft? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, draftJson);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task AnswerAsync(HttpContext http, long room, Draft draft)
    {
        var posted = await askers.FindAsync(http) is { } session ? await PostAsync(http, session, room, draft) : Refusal.NoSession;
        if (posted.IsGranted) await WriteAsync(http.Response, posted.Value.Message, posted.Value.IsNew);
        else await Problems.WriteAsync(http, posted.Refusal);
    }

    private async ValueTask<Answer<(MessageRecord Message, bool IsNew)>> PostAsync(HttpContext http, Session session, long room, Draft draft)
    {
        if (!await session.TryBeginRequestAsync(http.ConnectionClosed())) return Refusal.NoSession;
        try
        {
            var known = second.Known;
            var posted = await messages.PostAsync(session, room, draft);
            return !posted.IsGranted && await second.IsWorthwhileAsync(Problems.Status(posted.Refusal.Kind), known)
                ? await messages.PostAsync(session, room, draft)
                : posted;
        }
        finally
        {
            session.EndRequest();
        }
    }

    private static ValueTask<FlushResult> WriteAsync(HttpResponse response, MessageRecord message, bool isNew)
    {
        var body = EventEncoding.Encode(message);
        response.StatusCode = isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK;
        if (isNew) response.Headers.Location = MessageEndpoints.AddressOf(message);
        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        return response.BodyWriter.WriteAsync(body);
    }
}
