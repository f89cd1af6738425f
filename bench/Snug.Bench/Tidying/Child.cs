using System.Diagnostics;

namespace Snug.Bench.Tidying;

/// <summary>A program that was started for the run. Disposing of it kills it, with all that it has started.</summary>
internal sealed class Child : IDisposable
{
    // For a process that was killed to be gone; a great one gives back its memory first.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IDisposable end;

    public Child(ProcessStartInfo start)
    {
        end = Tidy.Make(() => Process.Start(start)!, Kill, out var process);
        Process = process;
    }

    public Process Process { get; }

    public void Dispose()
    {
        end.Dispose();
        Process.Dispose();
    }

    private static void Kill(Process process)
    {
        process.Kill(entireProcessTree: true);
        if (!process.WaitForExit(Patience)) throw new InvalidOperationException($"process {process.Id} does not end");
    }
}
