using System.Net;
using Snug.Load.Counting;
using Snug.Load.Protocols;
using Snug.Load.Sockets;

namespace Snug.Load.Crowds;

/// <summary>Many clients of one server, all driven by the thread that calls it. Nothing is made anew for a client's request or answer.</summary>
internal sealed partial class Crowd : IDisposable
{
    // So many polls that are due together are sent before answers are looked at again.
    private const int PollsInARow = 64;

    // That it was asked to stop is noticed so soon.
    private const long LongestSleep = 50_000_000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), LastAnswers = TimeSpan.FromSeconds(2);

    private readonly IProtocol protocol;
    private readonly Marks marks;
    private readonly TimeProvider time;
    private readonly Random random;
    private readonly Network network;
    private readonly Turn turn;
    private readonly List<Connection> connections = [];
    private readonly Speakers speakers;
    private readonly Wheel polls;
    private readonly long interval;
    private int unsettled;

    /// <param name="scenario">What the crowd does.</param>
    /// <param name="protocol">How it speaks.</param>
    /// <param name="server">To whom.</param>
    /// <param name="marks">Its messages.</param>
    /// <param name="time">The clock; its units are nanoseconds on Linux.</param>
    public Crowd(Scenario scenario, IProtocol protocol, IPEndPoint server, Marks marks, TimeProvider time, Random random)
    {
        (this.protocol, this.marks, this.time, this.random, Scenario) = (protocol, marks, time, random, scenario);
        network = new(server);
        turn = new(marks, Tally, protocol, scenario.IsHeard);
        interval = scenario.IsHeard ? scenario.PollEvery.Ticks * 100 : 1;
        polls = new(scenario.Clients, interval + interval / 4);
        speakers = new(scenario.Senders, time.TimestampFrequency);
    }

    public Tally Tally { get; } = new();

    public Scenario Scenario { get; }

    /// <summary>Everybody comes in; who polls begins to.</summary>
    /// <exception cref="LoadException">Somebody cannot.</exception>
    public void Enter(CancellationToken cancel)
    {
        var clients = Enumerable.Range(0, Scenario.Clients).Select(number => Add(number, protocol.Client(number))).ToList();
        Admit(clients[..protocol.Openers], cancel);
        Admit(clients[protocol.Openers..], cancel);

        var voices = new List<Connection>();
        foreach (var sender in clients[..Scenario.Senders])
        {
            var voice = protocol.Voice(sender.Dialogue) is { } other ? Add(sender.Client, other) : sender;
            if (voice != sender) voices.Add(voice);
            speakers.Add(voice);
        }
        Admit(voices, cancel);
    }

    /// <summary>Everybody leaves, as far as the server still listens.</summary>
    public void Leave(CancellationToken cancel)
    {
        Speak(Pace.Silent);
        isLeaving = true;
        // Who is just coming in does not know yet how to leave.
        Run(() => unsettled == 0, LastAnswers, cancel);
        foreach (var connection in connections) Network.Close(connection);
        unsettled = 0;

        var goodbyes = new List<Connection>();
        foreach (var client in connections.Take(Scenario.Clients).ToList())
            if (protocol.Goodbye(client.Dialogue) is { } goodbye) goodbyes.Add(Add(client.Client, goodbye));
        Admit(goodbyes, cancel);
    }

    public void Speak(Pace pace) => speakers.Begin(pace, time.GetTimestamp());

    /// <summary>Goes on until it is so, or the time is up.</summary>
    /// <returns>Whether it is so.</returns>
    public bool Run(Func<bool> isSo, TimeSpan longest, CancellationToken cancel)
    {
        var end = time.GetTimestamp() + longest.Ticks * 100;
        while (!isSo())
        {
            if (time.GetTimestamp() >= end) return false;
            Step(end, cancel);
        }
        return true;
    }

    public void Dispose()
    {
        foreach (var connection in connections) Network.Close(connection);
        network.Dispose();
    }

    private Connection Add(int client, Dialogue dialogue)
    {
        connections.Add(new(connections.Count, client, dialogue));
        return connections[^1];
    }

    private void Admit(List<Connection> coming, CancellationToken cancel)
    {
        foreach (var connection in coming)
        {
            network.Open(connection);
            unsettled++;
            if (!Run(() => unsettled < protocol.AtOnce, Patience, cancel)) throw NoAnswer();
        }
        if (!Run(() => unsettled == 0, Patience, cancel)) throw NoAnswer();
    }

    private static LoadException NoAnswer() => new($"the server has let nobody in for {Patience.TotalSeconds:0} s");
}
