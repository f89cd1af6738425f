using System.Globalization;

namespace Snug.Load.CommandLine;

/// <summary>A result as a person reads it.</summary>
internal static class Table
{
    public static void Print(TextWriter to, LoadResult result)
    {
        if (result.PollsPerSecond > 0 || result.Said > 0) to.WriteLine(Text($"{"",-22}{"a second",12}{"in all",12}{"half ms",12}{"99 % ms",12}{"most ms",12}"));
        if (result.PollsPerSecond > 0) Row(to, "answers to readers", result.PollsPerSecond, result.PollsPerSecond * result.Seconds, result.PollTimes);
        if (result.Said > 0) Row(to, "acknowledged posts", result.AcknowledgedPerSecond, result.Acknowledged, result.AcknowledgeTimes);
        if (result.Owed > 0) Row(to, "deliveries, post→read", result.DeliveriesPerSecond, result.Delivered, result.ReadTimes);
        foreach (var trouble in Troubles(result)) to.WriteLine($"  but {trouble}");

        to.WriteLine();
        if (result.Server is { } server) PrintServer(to, server);
        else to.WriteLine("The server is not on this machine, or not to be seen: its CPU and memory are unknown (--pid names its process).");
        to.WriteLine(Text($"{"CPU of this program",-22}{result.OwnCores,12:P0} of a core"));
        if (result.OwnCores > 0.9) to.WriteLine("  which is nearly all that one thread has: the times above are its own as much as the server's");
    }

    // All of the server's CPU each time: what is told is a division, not where the CPU went.
    private static void PrintServer(TextWriter to, ServerUsage server)
    {
        to.WriteLine(Text($"{"CPU of the server",-22}{server.Cores,12:P0} of a core (process {string.Join(", ", server.Processes)})"));
        if (server.MicrosecondsPerPoll is { } poll) to.WriteLine(Text($"{"  by its answers",-22}{poll,12:N1} µs for each"));
        if (server.MicrosecondsPerPost is { } post) to.WriteLine(Text($"{"  by posts",-22}{post,12:N1} µs for each"));
        if (server.SecondsPerMillionDeliveries is { } delivery) to.WriteLine(Text($"{"  by deliveries",-22}{delivery,12:N2} s for a million"));
        to.WriteLine(Text($"{"memory of the server",-22}{server.Megabytes,12:N0} MB; {server.EmptyMegabytes:N0} MB before they came, so {server.KilobytesPerClient:N1} KB for each client"));
    }

    private static IEnumerable<string> Troubles(LoadResult result)
    {
        if (result.Refused > 0) yield return Text($"{result.Refused:N0} posts were refused");
        if (result.Said - result.Acknowledged - result.Refused is > 0 and var open) yield return Text($"{open:N0} posts were never answered");
        if (result.Owed - result.Delivered is > 0 and var missing) yield return Text($"{missing:N0} deliveries never came");
        if (result.Delivered - result.Owed is > 0 and var doubled) yield return Text($"{doubled:N0} deliveries too many");
        if (result.LatePolls > 0) yield return Text($"{result.LatePolls:N0} polls were left out, the one before being unanswered yet");
        if (result.Lost > 0) yield return Text($"{result.Lost:N0} connections were lost: {result.LossReason}");
    }

    private static void Row(TextWriter to, string name, double perSecond, double count, Times times) =>
        to.WriteLine(times.Half > 0
            ? Text($"{name,-22}{perSecond,12:N0}{count,12:N0}{Time(times.Half),12}{Time(times.NinetyNine),12}{Time(times.Most),12}")
            : Text($"{name,-22}{perSecond,12:N0}{count,12:N0}"));

    private static string Time(double milliseconds) => double.IsInfinity(milliseconds) ? "never" : Text($"{milliseconds:N2}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
