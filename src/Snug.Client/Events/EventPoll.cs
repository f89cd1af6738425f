using System.Text.Json;

namespace Snug.Client;

// Long polls, one after the other, through whatever goes wrong. The cursor moves only with an answer that was read in full, so one
// that was cut off is asked for again with the same "since".
internal sealed class EventPoll(HttpExchange exchange, string? cursor)
{
    private readonly ChatOptions options = exchange.Options;
    private readonly Backoff backoff = new(exchange.Options.Time);
    private bool troubled;
    private long lastId;

    /// <summary>The next answer that brings something or moves the cursor.</summary>
    public async Task<EventBatch> NextAsync(CancellationToken cancel)
    {
        while (true)
        {
            TimeSpan? asked = null;
            try
            {
                if (await PollAsync(cancel).ConfigureAwait(false) is { } batch) return batch;
                backoff.Reset();
            }
            catch (RefusedException refused) when (cursor is not null && IsOfCursor(refused))
            {
                // Without a cursor no answer can complain of it, so this cannot go round in circles.
                (cursor, lastId) = (null, 0);
                return new EventBatch([new StartAfresh()], Next: null);
            }
            catch (ChatException fault) when (MayPass(fault))
            {
                asked = (fault as RefusedException)?.RetryAfter;
                Tell(fault);
            }
            await backoff.PauseAsync(asked, cancel).ConfigureAwait(false);
        }
    }

    // Null when nothing came, and too soon: another reader took the wait over, or something in between does not wait. Asking
    // again at once would be a busy loop.
    private async Task<EventBatch?> PollAsync(CancellationToken cancel)
    {
        while (true)
        {
            var wait = TimeSpan.FromSeconds(Math.Round(backoff.Between(Around(-Limits.Spread), Around(Limits.Spread)).TotalSeconds));
            var began = options.Time.GetTimestamp();
            var answer = await AskAsync(wait, cancel).ConfigureAwait(false);
            Tell(null);

            var fresh = answer is null ? [] : Fresh(answer.Events);
            var moved = answer is not null && answer.Next != cursor;
            if (moved || fresh.Count > 0)
            {
                backoff.Reset();
                return new EventBatch(fresh, cursor = answer!.Next);
            }
            if (options.Time.GetElapsedTime(began) < wait / 2) return null;
            backoff.Reset();
        }
    }

    private async Task<EventsAnswer?> AskAsync(TimeSpan wait, CancellationToken cancel)
    {
        var since = cursor is null ? "" : $"since={Requests.Escape(cursor)}&";
        using var patience = exchange.Patience(wait + options.RequestTimeout);
        var request = Requests.Get($"/api/events?{since}wait={wait.TotalSeconds:0}");
        return await exchange.AskForAnyAsync(request, ClientJson.Default.EventsAnswer, patience, cancel).ConfigureAwait(false);
    }

    private List<ChatEvent> Fresh(IReadOnlyList<JsonElement> events)
    {
        var fresh = new List<ChatEvent>(events.Count);
        foreach (var json in events)
        {
            var (id, happened) = EventForms.Read(json);
            if (id <= lastId) continue;
            lastId = id;
            fresh.Add(happened);
        }
        return fresh;
    }

    // 414 (URI too long): all that can be too long about a poll is a cursor that was saved wrongly.
    private static bool IsOfCursor(RefusedException refused) => refused.Code == "invalid-cursor" || refused.Status == 414;

    // A refusal without a code is not the server's own but of what stands before it, such as a proxy while the server is replaced.
    private static bool MayPass(ChatException fault) =>
        fault is not RefusedException refused || (refused.Status != 401 && (refused.MayPass || refused.Code is null));

    private void Tell(ChatException? fault)
    {
        if (fault is not null || troubled) options.Trouble?.Report(fault);
        troubled = fault is not null;
    }

    private static TimeSpan Around(double share) => TimeSpan.FromSeconds(Limits.PollWait * (1 + share));
}
