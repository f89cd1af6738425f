using System.Globalization;
using System.Text.Json.Nodes;

namespace Snug.Tests.Many.Audit;

/// <summary>Reads with one cursor, each time at any server, and writes down what it heard; now and then it asks for the same again, as who lost the answer does.</summary>
internal sealed class AuditReader(AuditPerson person, ServerFleet fleet, Tally tally, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private string cursor = person.Cursor;
    private List<Said>? forgotten;

    public AuditPerson Person => person;

    /// <summary>What it heard, in the order in which it came.</summary>
    public List<Said> Heard { get; } = [];

    /// <summary>Reads for as long as others write.</summary>
    public async Task ReadAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested) await ReadOnceAsync();
    }

    /// <summary>Reads on until it has heard one.</summary>
    public async Task ReadUntilAsync(long id)
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (Heard.Count == 0 || Heard[^1].Id < id)
        {
            await ReadOnceAsync();
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"{person.Name} has not heard {id} for {Patience.TotalSeconds} seconds, only up to {Heard.LastOrDefault()}");
        }
    }

    private async Task ReadOnceAsync()
    {
        var answer = await person.TryAskAsync(fleet.Pick(random), HttpMethod.Get, $"/api/events?since={cursor}&wait={random.Next(3)}");
        if (answer is null || answer.Status is 429 or 503)
        {
            tally.Count(answer is null ? "polls without an answer" : $"polls refused: {answer.Status} {answer.Code}");
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(20, 100)), TimeProvider.System);
            return;
        }

        tally.Count("polls answered");
        if (answer.Status == 204) return;
        var events = Understand(answer.Is(200).Body["events"]!.AsArray());
        CheckAgainstForgotten(events);
        if (random.Next(10) == 0)
        {
            forgotten = events;
            tally.Count("polls repeated");
            return;
        }
        forgotten = null;
        cursor = (string)answer.Body["next"]!;
        Heard.AddRange(events);
    }

    private List<Said> Understand(JsonArray events) =>
    [
        .. from one in events
           where (string)one!["type"]! == "message"
           let message = one["message"]!
           let name = (string)message["from"]!["name"]!
           let text = (string)message["text"]!
           select new Said((long)one["id"]!, (long)one["room"]!, string.Intern(name), NumberOf(name, text)),
    ];

    /// <summary>What a message says besides who said it.</summary>
    public static int NumberOf(string name, string text)
    {
        Assert.StartsWith($"{name} ", text);
        return int.Parse(text.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture);
    }

    // The same again, in the same order, and perhaps more; or the beginning of it, where another server is not as far.
    private void CheckAgainstForgotten(List<Said> events)
    {
        if (forgotten is null) return;
        var common = Math.Min(forgotten.Count, events.Count);
        Assert.Equal(forgotten.Take(common), events.Take(common));
    }
}
