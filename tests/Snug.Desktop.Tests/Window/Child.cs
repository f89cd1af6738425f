using System.Diagnostics;
using System.Text;

namespace Snug.Desktop.Tests.Window;

/// <summary>A process that a test started, and that does not outlive it.</summary>
internal sealed class Child : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process process;
    private readonly StringBuilder errors = new();

    public Child(string program, IEnumerable<string> words, IReadOnlyDictionary<string, string?>? environment = null)
    {
        var start = new ProcessStartInfo(program, words)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => { if (line.Data is not null) lock (errors) errors.AppendLine(line.Data); };
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    public string Errors
    {
        get { lock (errors) return errors.ToString(); }
    }

    /// <summary>The next line on standard output.</summary>
    public async Task<string> ReadLineAsync() => await TryReadLineAsync()
        ?? throw new InvalidOperationException($"{process.StartInfo.FileName} ended: {Errors}");

    /// <summary>The next line on standard output, or null when there will be none.</summary>
    public async Task<string?> TryReadLineAsync() => await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);

    public Task WriteAsync(string text) => process.StandardInput.WriteAsync(text);

    public void EndInput() => process.StandardInput.Close();

    public async Task<string> AskAsync(string line)
    {
        await process.StandardInput.WriteLineAsync(line);
        return await ReadLineAsync();
    }

    /// <summary>Waits for it to end by itself.</summary>
    public async Task<(int Code, string Errors)> EndAsync()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return (process.ExitCode, Errors);
    }

    public async Task SignalAsync(string signal) => await RunAsync("kill", [$"-{signal}", $"{Id}"]);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited) process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>What it wrote, or null when it failed.</returns>
    public static async Task<string?> RunAsync(
        string program, IEnumerable<string> words, IReadOnlyDictionary<string, string?>? environment = null)
    {
        await using var child = new Child(program, words, environment);
        var output = child.process.StandardOutput.ReadToEndAsync();
        var (code, _) = await child.EndAsync();
        return code == 0 ? await output : null;
    }
}
