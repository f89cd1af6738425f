namespace Snug.Bench.Rivals;

/// <summary>The servers in bench/rivals. Where a package is missing, bench/rivals/install brings it.</summary>
internal static class KnownRivals
{
    private const string Source = "@ROOT@/bench/rivals";

    private static readonly string[] Erlang =
        ["erl", "-noinput", "+K", "true", "+P", "250000", "+Q", "65536", "-mnesia", "dir", "\"@FOLDER@/database\"", "-s", "ejabberd"];

    private static readonly Dictionary<string, string> ErlangLibraries = new() { ["ERL_LIBS"] = "/usr/lib/x86_64-linux-gnu:/usr/lib/aarch64-linux-gnu" };

    /// <summary>The least that a server for the same protocols costs: one thread of C.</summary>
    public static Rival Floor { get; } = new("floor", ["@ROOT@/artifacts/rivals/floor", "@PORT@", "@HTTP@"], ["gcc", "--version"]);

    /// <summary>What a student hands in.</summary>
    public static Rival Assignment { get; } = new("assignment", ["python3", $"{Source}/assignment/server.py", "@PORT@"], ["python3", "--version"]);

    /// <summary>The same for more clients than select can watch.</summary>
    public static Rival AssignmentWithPoll { get; } = Assignment with { Name = "assignment, poll", Command = [.. Assignment.Command, "poll"] };

    public static Rival InspIrcd { get; } = new("InspIRCd",
        ["inspircd", "--config", "@FOLDER@/inspircd.conf", "--nofork", "--nopid"], ["inspircd", "--version"]) { Configuration = "inspircd" };

    public static Rival NgIrcd { get; } = new("ngIRCd",
        ["@ROOT@/artifacts/rivals/ngircd/usr/sbin/ngircd", "--nodaemon", "--config", "@FOLDER@/ngircd.conf"],
        ["@ROOT@/artifacts/rivals/ngircd/usr/sbin/ngircd", "--version"]) { Configuration = "ngircd" };

    public static Rival IrcdHybrid { get; } = new("ircd-hybrid",
        ["ircd-hybrid", "-foreground", "-configfile", "@FOLDER@/ircd.conf", "-logfile", "@FOLDER@/log", "-pidfile", "@FOLDER@/pid"],
        ["ircd-hybrid", "-version"]) { Configuration = "ircd-hybrid" };

    // Without the script that starts it as a service, which asks for a user of its own and a name for its node.
    public static Rival Ejabberd { get; } = new("ejabberd", Erlang,
        ["erl", "-noinput", "-eval", "application:load(ejabberd), {ok, V} = application:get_key(ejabberd, vsn), io:format(\"ejabberd ~s, Erlang/OTP ~s~n\", [V, erlang:system_info(otp_release)]), halt()."])
    {
        Configuration = "ejabberd",
        Environment = new Dictionary<string, string>(ErlangLibraries)
        {
            ["EJABBERD_CONFIG_PATH"] = "@FOLDER@/ejabberd.yml",
            ["EJABBERD_LOG_PATH"] = "@FOLDER@/ejabberd.log",
            ["ERL_MAX_PORTS"] = "32000",
            ["HOME"] = "@FOLDER@",
        },
    };

    public static IReadOnlyList<Rival> All { get; } = [Floor, Assignment, InspIrcd, NgIrcd, IrcdHybrid, Ejabberd];
}
