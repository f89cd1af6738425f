using System.Net.Http.Headers;
using System.Text.Json;
using Snug.Protocol;

namespace Snug.Client;

// What an answer means that is not a yes.
internal static class Refusals
{
    public static async Task<ChatException> ReadAsync(HttpResponseMessage response, TimeProvider time, CancellationToken cancel)
    {
        var status = (int)response.StatusCode;
        if (status < 400) return new NonsenseException($"The server answered {status} where a yes or a no was expected.");

        var problem = await ReadProblemAsync(response.Content, cancel).ConfigureAwait(false);
        var reason = Shown(problem?.Detail ?? problem?.Title ?? response.ReasonPhrase ?? "");
        if (status >= 500 && status != 503) return new ServerLostException($"The server failed: {status} {reason}");

        return new RefusedException(reason.Length > 0 ? reason : $"the server answered {status}", problem?.Code, status,
            RetryAfter(response.Headers.RetryAfter, time));
    }

    // Proxies and a server that refuses early answer with pages or with nothing: those are refusals without a code.
    private static async Task<Problem?> ReadProblemAsync(HttpContent content, CancellationToken cancel)
    {
        if (content.Headers.ContentType?.MediaType is not ("application/problem+json" or "application/json")) return null;
        try
        {
            await content.LoadIntoBufferAsync(Limits.RefusalBytes, cancel).ConfigureAwait(false);
            await using var body = await content.ReadAsStreamAsync(cancel).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync(body, ClientJson.Default.Problem, cancel).ConfigureAwait(false);
        }
        catch (Exception unreadable) when (unreadable is JsonException or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded })
        {
            return null;
        }
    }

    // Seconds or a date (RFC 9110, section 10.2.3).
    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, TimeProvider time)
    {
        var after = header?.Delta ?? header?.Date - time.GetUtcNow();
        return after is { } span && span < TimeSpan.Zero ? TimeSpan.Zero : after;
    }

    private static string Shown(string reason)
    {
        var line = LineText.OneLine(reason);
        return line.Length > Limits.ReasonLength ? line[..Limits.ReasonLength] + "…" : line;
    }
}
