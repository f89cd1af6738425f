using System.Diagnostics;
using System.Globalization;
using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>
/// A real PostgreSQL in a folder of the test's own, at one port of 127.0.0.1 for as long as it lives. What it says it has stored is on
/// the disk (<c>fsync</c> is on): it may be killed at any moment. Gone after the test.
/// </summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    private const string User = "snug";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TempFolder folder = new();
    private Process? server;

    private PostgresCluster() { }

    /// <summary>Where it listens; the same after each start.</summary>
    public int Port { get; private set; }

    private string Data => folder.File("data");

    /// <summary>Makes an empty one and starts it. Skips the test where PostgreSQL is not installed.</summary>
    public static async Task<PostgresCluster> CreateAsync()
    {
        PostgresPrograms.Require();
        var cluster = new PostgresCluster();
        return await cluster.BeginAsync(() => PostgresPrograms.RunAsync("initdb", "-D", cluster.Data, "--no-sync", "--no-instructions",
            $"--username={User}", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"));
    }

    /// <summary>Makes a copy of this one that follows it, and has no commit of this one acknowledged from now on that the copy does not have on its disk.</summary>
    public async Task<PostgresCluster> AddStandbyAsync()
    {
        var standby = new PostgresCluster();
        await standby.BeginAsync(() => standby.CopyAsync(this));
        await WaitForStandbyAsync();
        return standby;
    }

    /// <summary>Becomes, with nothing left of what it was, a copy that follows another one, as <see cref="AddStandbyAsync"/> makes it.</summary>
    public async Task FollowAsync(PostgresCluster primary)
    {
        await EndForGoodAsync();
        Directory.Delete(Data, recursive: true);
        await CopyAsync(primary);
        await StartAsync();
        await primary.WaitForStandbyAsync();
    }

    /// <summary>What a server is told to find a database here.</summary>
    /// <param name="database">Its name.</param>
    /// <param name="port">Another way to here, such as a <see cref="CuttingProxy"/>'s.</param>
    public string Address(string database, int? port = null) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port ?? Port};Database={database};Username={User}");

    /// <summary>What a server is told to find a database at whichever of several clusters takes writes.</summary>
    public static string AddressOfPrimary(string database, params IEnumerable<int> ports) =>
        $"Host={string.Join(',', ports.Select(port => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}")))};Database={database};Username={User};Target Session Attributes=primary";

    /// <summary>Runs SQL and returns what it prints: lines of values with <c>|</c> between them.</summary>
    public async Task<string> QueryAsync(string sql, string database = "postgres", int? port = null) => (await PostgresPrograms.RunAsync(
        "psql", "-h", "127.0.0.1", "-p", $"{port ?? Port}", "-U", User, "-d", database, "-v", "ON_ERROR_STOP=1", "-XAtqc", sql)).TrimEnd();

    public Task CreateDatabaseAsync(string name) => QueryAsync($"CREATE DATABASE \"{name}\"");

    /// <summary>Starts it and returns when it answers.</summary>
    public async Task StartAsync()
    {
        server = PostgresPrograms.Serve(Data, folder.File("log"), $"port={Port}", "listen_addresses=127.0.0.1", "unix_socket_directories=",
            "shared_buffers=32MB", "dynamic_shared_memory_type=mmap", "max_connections=200", "synchronous_commit=on");
        var answers = await Eventually.Become(AnswersAsync, answers => answers || server.HasExited);
        Assert.True(answers, $"PostgreSQL has not started: {await File.ReadAllTextAsync(folder.File("log"))}");
    }

    /// <summary>Stops it in order; what is under way is given up.</summary>
    public Task StopAsync() => EndAsync("INT");

    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    /// <summary>What <c>kill -9</c> of the postmaster does; returns when nothing of it is left, so that it can be started again.</summary>
    public Task KillAsync() => EndAsync("KILL");

    /// <summary>Stands still until <see cref="ThawAsync"/>: connections stay, nothing answers.</summary>
    public Task FreezeAsync() => TellAsync("kill", ["-STOP", .. PostgresSystem.ProcessesIn(Data)]);

    public Task ThawAsync() => TellAsync("kill", ["-CONT", .. PostgresSystem.ProcessesIn(Data)]);

    /// <summary>Ends being a standby: takes writes from now on.</summary>
    public async Task PromoteAsync() => Assert.Equal("t", await QueryAsync("SELECT pg_promote(true, 60)"));

    public async ValueTask DisposeAsync()
    {
        await EndForGoodAsync();
        folder.Dispose();
    }

    private async Task<PostgresCluster> BeginAsync(Func<Task> makeData)
    {
        try
        {
            await PostgresPrograms.GiveAsync(folder.Path);
            Port = PostgresSystem.FindPort();
            await makeData();
            await StartAsync();
            return this;
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    // The copy must not want a standby of its own, so the one copied wants one only afterwards.
    private async Task CopyAsync(PostgresCluster primary)
    {
        await primary.QueryAsync("ALTER SYSTEM RESET synchronous_standby_names");
        await PostgresPrograms.RunAsync("pg_basebackup", "-h", "127.0.0.1", "-p", $"{primary.Port}", "-U", User, "-D", Data, "-R", "-X", "stream", "--checkpoint=fast", "--no-sync");
    }

    private async Task WaitForStandbyAsync()
    {
        await QueryAsync("ALTER SYSTEM SET synchronous_standby_names = '*'");
        await QueryAsync("SELECT pg_reload_conf()");
        await Eventually.Become(() => QueryAsync("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'"), count => count == "1");
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await PostgresPrograms.RunAsync("pg_isready", "-q", "-h", "127.0.0.1", "-p", $"{Port}");
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private async Task EndForGoodAsync()
    {
        await ThawAsync();
        await EndAsync("QUIT");
        // Where it was killed, a few bytes of shared memory are still the system's.
        if (PostmasterFile is { Length: > 6 } lines && lines[6].Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, var id]) await TellAsync("ipcrm", "-m", id);
    }

    private async Task EndAsync(string signal)
    {
        if (server is null) return;
        if (PostmasterFile is [var id, ..]) await TellAsync("kill", $"-{signal}", id);
        await server.WaitForExitAsync().WaitAsync(Patience);
        server.StandardInput.Close();
        server.Dispose();
        server = null;
        // Who is killed leaves children, which end themselves in a while; with one of them left it would not start again.
        await Eventually.Become(() => Task.FromResult(PostgresSystem.ProcessesIn(Data)), left => left.Count == 0);
    }

    // Where to tell a running server something: its process first, and last but one its shared memory.
    private string[] PostmasterFile => File.Exists(Path.Combine(Data, "postmaster.pid")) ? File.ReadAllLines(Path.Combine(Data, "postmaster.pid")) : [];

    // What it is told about may be gone already.
    private static async Task TellAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        await process.WaitForExitAsync().WaitAsync(Patience);
    }
}
