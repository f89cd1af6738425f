using System.Runtime.InteropServices;
using Snug.Protocol;
using Snug.Server.Events;
using Snug.Server.Store;
using Snug.Server.Tls;

namespace Snug.Server.Serving;

/// <summary>A server's life as its operator sees it: the addresses when it is ready, one line for what prevents it.</summary>
internal static partial class ServerProgram
{
    /// <returns>The exit code: 0 after a clean stop, 1 when the server cannot start.</returns>
    public static async Task<int> RunAsync(ServeOptions options, CancellationToken cancel)
    {
        // From here on, not only from when the server is ready, a signal is a wish to stop.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var term = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, stop));
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, stop));
        try
        {
            await using var host = new ServerHost(options, TimeProvider.System);
            await host.StartAsync(stop.Token);

            var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Snug");
            LogStarted(logger, Program.Version, host.Line?.ToString() ?? "off", host.Http.ToString(), host.Place);
            Banner.Print(Console.Out, host);
            Exception? lost = null;
            host.Services.GetRequiredService<Log>().Lost += reason =>
            {
                lost = reason;
                stop.Cancel();
            };
            await host.WaitForShutdownAsync(stop.Token);
            if (lost is not null) LogLost(logger, lost.Message);
            LogStopped(logger);
            return lost is null ? 0 : 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return 0;
        }
        catch (Exception failure) when (failure is StoreException or CertificateException or IOException)
        {
            await Console.Error.WriteLineAsync($"snug: {LineText.OneLine(failure.Message).TrimEnd('.')}");
            return 1;
        }
    }

    private static void Stop(PosixSignalContext signal, CancellationTokenSource stop)
    {
        signal.Cancel = true;
        stop.Cancel();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "started Snug {Version}: line {Line}, http {Http}, data in {Place}")]
    private static partial void LogStarted(ILogger logger, string version, string line, string http, string place);

    [LoggerMessage(Level = LogLevel.Critical, Message = "this server has to be started anew: {Reason}")]
    private static partial void LogLost(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "stopped")]
    private static partial void LogStopped(ILogger logger);
}
