using System.CommandLine;
using System.Globalization;
using Snug.Load.Crowds;

namespace Snug.Load.CommandLine;

/// <summary><c>snug bench</c>: its flags.</summary>
internal static class BenchCommand
{
    private static readonly Scenario Defaults = new();

    private static readonly Option<ServerAddress> Server = new("--server")
    {
        Description = "The server's line protocol.", HelpName = "HOST:PORT", CustomParser = Values.ReadAddress,
        DefaultValueFactory = _ => new("127.0.0.1", 5450),
    };

    private static readonly Option<ServerAddress?> Url = new("--url") { Description = "The server's HTTP API, in place of the line protocol.", HelpName = "http://HOST:PORT", CustomParser = Values.ReadUrl };
    private static readonly Option<int> Clients = Number("--clients", Defaults.Clients, 1, 50_000, "How many people come.");
    private static readonly Option<TimeSpan?> Poll = new("--poll") { Description = "How often each asks, 20 % sooner or later each time, or \"never\". [default: 1s]", HelpName = "TIME", CustomParser = Values.ReadPoll };
    private static readonly Option<int> Wait = Number("--wait", 0, 1, 50, "Over HTTP: readers wait for news, so many seconds at a time, in place of --poll.");
    private static readonly Option<int> Rooms = Number("--rooms", Defaults.Rooms, 1, 1_000, "Over HTTP: so many rooms, opened for this, over which they are spread. The rooms stay.");
    private static readonly Option<double?> Rate = new("--rate") { Description = "Messages a second, of all together; 0 for none. [default: 10]", HelpName = "N", CustomParser = Values.ReadRate };
    private static readonly Option<int> Flood = Number("--flood", 0, 1, 10_000, "Messages as fast as they are acknowledged, so many under way, in place of --rate.");
    private static readonly Option<bool> Most = new("--most") { Description = "Look for the most messages that readers can be given without falling behind, in place of --rate." };
    private static readonly Option<int> Senders = Number("--senders", 0, 1, 50_000, "How many of the people speak. [default: 10, or as many as the pace and the rooms need]");
    private static readonly Option<int> Size = Number("--size", Defaults.TextLength, Counting.Marks.Length + 1, Counting.Marks.LongestText, "Characters of a message.");
    private static readonly Option<TimeSpan?> Seconds = Time("--seconds", Defaults.Length, 1, 86_400, "How long to measure.");
    private static readonly Option<TimeSpan?> WarmUp = Time("--warm-up", Defaults.WarmUp, 0, 3_600, "How long to go on before that.");
    private static readonly Option<int[]> Processes = new("--pid") { Description = "The server's process, or several, where its port does not tell.", HelpName = "PID", AllowMultipleArgumentsPerToken = true, CustomParser = Values.ReadPids };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the result as JSON." };

    public static Command Create(Func<BenchOptions, CancellationToken, int> run)
    {
        var command = new Command("bench", "Measures what a server does with many people: who come, ask, speak and leave again. It is the server's own machine that says most: there its CPU and memory are read too.")
        {
            Server, Url, Clients, Poll, Wait, Rooms, Rate, Flood, Most, Senders, Size, Seconds, WarmUp, Processes, Json,
        };
        command.Validators.Add(Combinations.Check(Clients, Senders, Rooms, Size, Poll));
        // On a thread of its own, so that this one hears signals.
        command.SetAction((parsed, cancel) => Task.Run(() => run(Read(parsed), cancel), CancellationToken.None));
        return command;
    }

    private static BenchOptions Read(ParseResult parsed)
    {
        var url = parsed.GetValue(Url);
        var address = url ?? parsed.GetValue(Server)!;
        return new()
        {
            Scenario = ReadScenario(parsed),
            Host = address.Host,
            Port = address.Port,
            IsHttp = url is not null,
            Wait = parsed.GetValue(Wait),
            LooksForMost = parsed.GetValue(Most),
            Processes = parsed.GetValue(Processes) ?? [],
            WantsJson = parsed.GetValue(Json),
        };
    }

    private static Scenario ReadScenario(ParseResult parsed)
    {
        var pace = parsed.GetValue(Flood) is > 0 and var underWay ? Pace.Flood(underWay) : Pace.Rate(parsed.GetValue(Rate) ?? Defaults.Pace.PerSecond);
        var (clients, rooms) = (parsed.GetValue(Clients), parsed.GetValue(Rooms));
        return Defaults with
        {
            Clients = clients,
            Rooms = rooms,
            Senders = parsed.GetValue(Senders) is > 0 and var senders ? senders : Scenario.EnoughSenders(clients, rooms, pace, parsed.GetValue(Most)),
            PollEvery = parsed.GetValue(Poll) ?? Defaults.PollEvery,
            Pace = pace,
            TextLength = parsed.GetValue(Size),
            WarmUp = parsed.GetValue(WarmUp) ?? Defaults.WarmUp,
            Length = parsed.GetValue(Seconds) ?? Defaults.Length,
        };
    }

    // Left out: 0, or what the help tells.
    private static Option<int> Number(string name, int fallback, int least, int most, string description)
    {
        var option = new Option<int>(name)
        {
            Description = $"{description} {least} to {most}.", HelpName = "N", CustomParser = text => Values.ReadNumber(text, least, most),
        };
        if (fallback > 0) option.DefaultValueFactory = _ => fallback;
        return option;
    }

    // The default told here: the help would tell it as 00:00:01.
    private static Option<TimeSpan?> Time(string name, TimeSpan fallback, double least, double most, string description) => new(name)
    {
        Description = string.Create(CultureInfo.InvariantCulture, $"{description} [default: {fallback.TotalSeconds}s]"),
        HelpName = "TIME",
        CustomParser = text => Values.ReadTime(text, least, most),
    };
}
