using System.Net;
using Snug.Load.Counting;
using Snug.Load.Protocols;
using HttpProtocol = Snug.Load.Protocols.Http.HttpProtocol;

namespace Snug.Bench.Rivals;

/// <summary>Every server that is measured, by every protocol of its own.</summary>
internal static class Contenders
{
    // The longest that a client may ask for, in seconds: in what is measured no wait ends but by a message.
    private const int Wait = 50;

    // Deliveries a second with which those who answer polls have no trouble.
    private const double PollLeast = 800_000;

    public static Contender SnugLine { get; } = new("Snug", Snug, server => server.Line, Line) { Least = PollLeast };
    public static Contender SnugHttp { get; } = new("Snug", Snug, server => server.Http, Http);
    public static Contender SnugWaits { get; } = new("Snug", Snug, server => server.Http, Waits);

    public static Contender FloorLine { get; } = Named(KnownRivals.Floor, Line) with { Least = PollLeast };
    public static Contender FloorHttp { get; } = Named(KnownRivals.Floor, Http) with { Door = server => server.Http };
    public static Contender FloorWaits { get; } = Named(KnownRivals.Floor, Waits) with { Door = server => server.Http };

    /// <summary>An endpoint on the server's own foundation that only ever says that there is nothing.</summary>
    public static Contender Kestrel { get; } = new("Kestrel, saying 204", _ => ServerUnderTest.StartBaselineAsync(), server => server.Http, Http);

    public static Contender Assignment { get; } = Named(KnownRivals.Assignment, Line);
    public static Contender AssignmentWithPoll { get; } = Named(KnownRivals.AssignmentWithPoll, Line);
    public static Contender InspIrcd { get; } = Named(KnownRivals.InspIrcd, Irc);
    public static Contender NgIrcd { get; } = Named(KnownRivals.NgIrcd, FewAtOnce);
    public static Contender IrcdHybrid { get; } = Named(KnownRivals.IrcdHybrid, Irc);
    public static Contender Ejabberd { get; } = Named(KnownRivals.Ejabberd, Xmpp);

    /// <summary>Those that push, by whatever protocol.</summary>
    public static IReadOnlyList<Contender> Pushing { get; } = [InspIrcd, NgIrcd, IrcdHybrid, Ejabberd];

    private static Contender Named(Rival rival, Func<IPEndPoint, Marks, Load.Scenario, IProtocol> speak) => new(rival.Name, Of(rival), server => server.Line, speak) { IsWarm = true };

    private static Task<ServerUnderTest> Snug(Plan plan) => ServerUnderTest.StartSnugAsync(plan.Server);

    private static Func<Plan, Task<ServerUnderTest>> Of(Rival rival) => plan => ServerUnderTest.StartRivalAsync(rival, plan.Root);

    private static LineProtocol Line(IPEndPoint door, Marks marks, Load.Scenario load) => new(marks.Run, load.Clients);

    private static HttpProtocol Http(IPEndPoint door, Marks marks, Load.Scenario load) => new(door.ToString(), marks.Run, load.Clients, load.Rooms, wait: 0);

    private static HttpProtocol Waits(IPEndPoint door, Marks marks, Load.Scenario load) => new(door.ToString(), marks.Run, load.Clients, load.Rooms, Wait);

    private static IrcProtocol Irc(IPEndPoint door, Marks marks, Load.Scenario load) => new(marks.Run, load.Clients, atOnce: 100);

    // ngIRCd has the system keep no more than ten that it has not let in yet; ircd-hybrid takes a second for each, however many come.
    private static IrcProtocol FewAtOnce(IPEndPoint door, Marks marks, Load.Scenario load) => new(marks.Run, load.Clients, atOnce: 10);

    private static XmppProtocol Xmpp(IPEndPoint door, Marks marks, Load.Scenario load) => new(marks.Run, load.Clients);
}
