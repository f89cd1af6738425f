using Microsoft.Extensions.Logging.Console;

namespace Snug.Server.Serving;

/// <summary>Where the log lines of the operator go: one line each, on standard error.</summary>
internal static class ServerLogging
{
    public static void Add(ILoggingBuilder logging, bool verbose)
    {
        logging.SetMinimumLevel(LogLevel.Warning);
        logging.AddFilter("Snug", verbose ? LogLevel.Debug : LogLevel.Information);
        // A server that cannot start says why in one line of its own.
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        // Faults logs what goes wrong in a request. This one, as long as it may log anything, begins an activity for each request.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // Faults and the line door log what goes wrong; what Kestrel has to say besides is of clients that go away within a body.
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", LogLevel.Critical);
        logging.AddConsoleFormatter<LogLine, ConsoleFormatterOptions>();
        logging.AddConsole(console =>
        {
            console.FormatterName = LogLine.FormatterName;
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            // A terminal that is held must not hold the chat.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
        });
    }
}
