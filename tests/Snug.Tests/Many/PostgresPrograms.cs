using System.Diagnostics;
using System.Globalization;

namespace Snug.Tests.Many;

/// <summary>PostgreSQL's own programs, as the system's packages lay them down. They refuse to run as root, so root runs them as somebody else.</summary>
internal static class PostgresPrograms
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Of several versions the newest; null where PostgreSQL is not installed.</summary>
    private static readonly string? Folder = !Directory.Exists("/usr/lib/postgresql") ? null
        : Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin"))
            .Where(bin => File.Exists(Path.Combine(bin, "initdb"))).MaxBy(VersionOf);

    private static readonly string? OtherUser = Environment.IsPrivilegedProcess ? FindOtherUser() : null;

    /// <summary>Skips the test where PostgreSQL is absent; a machine that sets CI has to have it.</summary>
    public static void Require()
    {
        if (Folder is not null) return;
        const string reason = "PostgreSQL is not installed (Debian: apt install postgresql)";
        Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), reason);
        Assert.Skip(reason);
    }

    /// <summary>Runs a program to its end and returns what it printed; fails with its complaint when it fails.</summary>
    public static async Task<string> RunAsync(string program, params IReadOnlyList<string> arguments)
    {
        using var process = Process.Start(Command([Path.Combine(Folder!, program), .. arguments]))!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
        return process.ExitCode == 0 ? await output : throw new InvalidOperationException($"{program} failed: {await errors}");
    }

    /// <summary>
    /// Starts the server itself over a data folder. It ends with the returned process's input: a shell stands by which ends it at
    /// once when this process is gone, however that came.
    /// </summary>
    public static Process Serve(string data, string log, params IReadOnlyList<string> settings)
    {
        const string script = """
            exec 3<&0
            "$@" </dev/null >>"$0" 2>&1 3<&- &
            server=$!
            { read -r _ <&3; kill -QUIT $server; } </dev/null >/dev/null 2>&1 &
            wait $server
            """;
        string[] server = [Path.Combine(Folder!, "postgres"), "-D", data, .. settings.SelectMany(one => new[] { "-c", one })];
        var start = Command(["/bin/sh", "-c", script, log, .. server]);
        start.RedirectStandardInput = true;
        return Process.Start(start)!;
    }

    /// <summary>Makes a folder belong to whom the programs run as.</summary>
    public static async Task GiveAsync(string folder)
    {
        if (OtherUser is null) return;
        using var chown = Process.Start("chown", [OtherUser, folder]);
        await chown.WaitForExitAsync().WaitAsync(Patience);
    }

    private static ProcessStartInfo Command(IReadOnlyList<string> line)
    {
        // Neither the tests' own folder need be readable to the other user, nor are the tests' PG… variables meant for these.
        string[] whole = OtherUser?.Split(':') is [var user, var group] ? ["setpriv", $"--reuid={user}", $"--regid={group}", "--clear-groups", .. line] : [.. line];
        var start = new ProcessStartInfo(whole[0], whole.Skip(1)) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList()) start.Environment.Remove(name);
        return start;
    }

    // As user:group, in numbers.
    private static string FindOtherUser() => File.ReadLines("/etc/passwd").Select(line => line.Split(':'))
        .Where(fields => fields[0] is "postgres" or "nobody").OrderBy(fields => fields[0] == "nobody")
        .Select(fields => $"{fields[2]}:{fields[3]}").First();

    private static int VersionOf(string bin) => int.TryParse(Path.GetFileName(Path.GetDirectoryName(bin)), CultureInfo.InvariantCulture, out var version) ? version : 0;
}
