using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>
/// One server of a <see cref="ServerFleet"/>: wherever it listens now, it is started with the same words each time. One that ends
/// unasked, because the others took it for dead, is started anew, as what supervises servers does.
/// </summary>
internal sealed class FleetServer(string[] words) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private ServerProcess? process;
    private volatile string? url;
    private volatile bool ending;
    private Task supervision = Task.CompletedTask;

    /// <summary>Where its HTTP door is; null while it does not run.</summary>
    public string? Url => url;

    public int LinePort => process!.LinePort;

    /// <summary>The address of the database that it was given.</summary>
    public string Database => words[Array.IndexOf(words, "--database") + 1];

    /// <summary>How often it ended unasked.</summary>
    public int Ends { get; private set; }

    /// <summary>What it logged, until it ended the last time.</summary>
    public string Logged { get; private set; } = "";

    /// <summary>Starts it, again and again for as long as it cannot be.</summary>
    public async Task StartAsync()
    {
        ending = false;
        await RiseAsync();
        supervision = SuperviseAsync();
    }

    /// <summary>What <c>kill -9</c> does.</summary>
    public Task KillAsync() => EndAsync("KILL");

    /// <summary>Asks it to stop, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> StopAsync() => EndAsync("TERM");

    /// <summary>Holds it up: its connections stay, nothing is answered until <see cref="ThawAsync"/>.</summary>
    public Task FreezeAsync() => process!.SignalAsync("STOP");

    public Task ThawAsync() => process!.SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        ending = true;
        url = null;
        if (process is { HasExited: false }) await process.SignalAsync("KILL");
        await supervision.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        process?.Dispose();
    }

    private async Task RiseAsync()
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (!ending)
        {
            process = await ServerProcess.TryStartAsync(words);
            if (ending)
            {
                await process.KillAsync();
                return;
            }
            if (process.HttpUrl is { Length: > 0 } address)
            {
                url = address;
                return;
            }

            Logged = (await process.WaitForExitAsync()).Errors;
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"the server has not started for {Patience.TotalSeconds} seconds: {Logged}");
        }
    }

    private async Task SuperviseAsync()
    {
        while (true)
        {
            await process!.UntilExitAsync();
            // Nobody may be sent there once somebody else could have its port.
            url = null;
            Logged = (await process.WaitForExitAsync()).Errors;
            if (ending) return;
            Ends++;
            await RiseAsync();
        }
    }

    private async Task<int> EndAsync(string signal)
    {
        ending = true;
        url = null;
        await process!.SignalAsync(signal);
        (var exitCode, Logged) = await process.WaitForExitAsync();
        await supervision;
        return exitCode;
    }
}
