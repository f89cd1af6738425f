using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>One server of a <see cref="ServerFleet"/>: wherever it listens now, it is started with the same words each time.</summary>
internal sealed class FleetServer(string[] words) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private ServerProcess? process;
    private volatile string? url;

    /// <summary>Where its HTTP door is; null while it does not run.</summary>
    public string? Url => url;

    public int LinePort => process!.LinePort;

    /// <summary>What it logged, until it ended the last time.</summary>
    public string Logged { get; private set; } = "";

    /// <summary>Starts it, again and again for as long as it cannot be, as what supervises servers does.</summary>
    public async Task StartAsync()
    {
        var begun = TimeProvider.System.GetTimestamp();
        while (true)
        {
            process = await ServerProcess.TryStartAsync(words);
            if (process.HttpUrl is { Length: > 0 } address)
            {
                url = address;
                return;
            }

            Logged = (await process.WaitForExitAsync()).Errors;
            process.Dispose();
            Assert.True(TimeProvider.System.GetElapsedTime(begun) < Patience, $"the server has not started for {Patience.TotalSeconds} seconds: {Logged}");
        }
    }

    /// <summary>What <c>kill -9</c> does.</summary>
    public Task KillAsync() => EndAsync("KILL");

    /// <summary>Asks it to stop, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public Task<int> StopAsync() => EndAsync("TERM");

    /// <summary>Holds it up: its connections stay, nothing is answered until <see cref="ThawAsync"/>.</summary>
    public Task FreezeAsync() => process!.SignalAsync("STOP");

    public Task ThawAsync() => process!.SignalAsync("CONT");

    public void Dispose() => process?.Dispose();

    private async Task<int> EndAsync(string signal)
    {
        // Nobody may be sent there once somebody else could have its port.
        url = null;
        var (exitCode, logged) = await process!.StopAsync(signal);
        Logged = logged;
        process.Dispose();
        return exitCode;
    }
}
