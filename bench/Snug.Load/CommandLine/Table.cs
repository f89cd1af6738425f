using System.Globalization;

namespace Snug.Load.CommandLine;

/// <summary>A result as a person reads it.</summary>
internal static class Table
{
    public static void Print(TextWriter to, LoadResult result)
    {
        to.WriteLine(Text($"{"",-22}{"a second",12}{"in all",12}{"half ms",12}{"99 % ms",12}{"most ms",12}"));
        Row(to, "answers to readers", result.PollsPerSecond, result.PollsPerSecond * result.Seconds, result.PollTimes);
        if (result.Said > 0)
        {
            Row(to, "acknowledged posts", result.AcknowledgedPerSecond, result.Acknowledged, result.AcknowledgeTimes);
            Row(to, "deliveries, post→read", result.DeliveriesPerSecond, result.Delivered, result.ReadTimes);
        }
        foreach (var trouble in Troubles(result)) to.WriteLine(trouble);

        to.WriteLine();
        if (result.Server is { } server) PrintServer(to, server);
        else to.WriteLine("server           not on this machine, or not to be seen: its CPU and memory are unknown (--pid names its process)");
        to.WriteLine(Text($"this program     {result.OwnCores:P0} of a core"));
        if (result.OwnCores > 0.9) to.WriteLine("                 which is nearly all that one thread has: the times above are its own as much as the server's");
    }

    private static void PrintServer(TextWriter to, ServerUsage server)
    {
        to.WriteLine(Text($"server           {server.Cores:P0} of a core, process {string.Join(", ", server.Processes)}"));
        if (server.MicrosecondsPerPoll is { } poll) to.WriteLine(Text($"  for each answer   {poll,10:N1} µs of CPU, all that it did divided by its answers"));
        if (server.MicrosecondsPerPost is { } post) to.WriteLine(Text($"  for each post     {post,10:N1} µs of CPU, divided by posts"));
        if (server.SecondsPerMillionDeliveries is { } delivery) to.WriteLine(Text($"  for a million deliveries {delivery,3:N2} s of CPU, divided by deliveries"));
        to.WriteLine(Text($"memory           {server.Megabytes:N0} MB resident, {server.EmptyMegabytes:N0} before they came: {server.KilobytesPerClient:N1} KB for each client"));
    }

    private static IEnumerable<string> Troubles(LoadResult result)
    {
        if (result.Refused > 0) yield return Text($"                 {result.Refused:N0} posts were refused");
        if (result.Said - result.Acknowledged - result.Refused is > 0 and var open) yield return Text($"                 {open:N0} posts were never answered");
        if (result.Owed - result.Delivered is > 0 and var missing) yield return Text($"                 {missing:N0} deliveries never came");
        if (result.Delivered - result.Owed is > 0 and var doubled) yield return Text($"                 {doubled:N0} deliveries too many");
        if (result.LatePolls > 0) yield return Text($"                 {result.LatePolls:N0} polls were left out, the one before being unanswered yet");
        if (result.Lost > 0) yield return Text($"                 {result.Lost:N0} connections were lost: {result.LossReason}");
    }

    private static void Row(TextWriter to, string name, double perSecond, double count, Times times) =>
        to.WriteLine(times.Most > 0
            ? Text($"{name,-22}{perSecond,12:N0}{count,12:N0}{times.Half,12:N2}{times.NinetyNine,12:N2}{times.Most,12:N2}")
            : Text($"{name,-22}{perSecond,12:N0}{count,12:N0}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
