using Snug.Desktop.Tests.Window;

namespace Snug.Desktop.Tests.Apart;

/// <summary>
/// A part of a test that runs in a process of its own, with another environment: GTK and the session bus are one for a process.
/// Such parts are explicit tests, which nobody else runs; what they have to say they <see cref="Tell"/>.
/// </summary>
internal sealed class Part : IAsyncDisposable
{
    private const string Told = "told: ";

    // More lines than a failed test writes.
    private const int MostLines = 200;

    private Part(Child process) => Process = process;

    public Child Process { get; }

    /// <param name="part">The class that holds the part.</param>
    /// <param name="name">The part's name.</param>
    /// <param name="environment">What its environment has besides this one's.</param>
    public static Part Start(Type part, string name, IReadOnlyDictionary<string, string?> environment) => new(new Child(
        "dotnet",
        [Path.Combine(AppContext.BaseDirectory, "Snug.Desktop.Tests.dll"), "-noLogo", "-noColor", "-explicit", "only", "-method", $"{part.FullName}.{name}"],
        environment));

    /// <summary>Runs it to its end, which must be a good one.</summary>
    public static async Task RunAsync(Type part, string name, IReadOnlyDictionary<string, string?> environment)
    {
        await using var running = Start(part, name, environment);
        await running.EndAsync();
    }

    /// <summary>Within a part: says something to the test that has started it.</summary>
    public static void Tell(string word) => Console.WriteLine(Told + word);

    /// <summary>The next thing that the part tells.</summary>
    public async Task<string> HearAsync()
    {
        var lines = new List<string>();
        while (lines.Count < MostLines && await Process.TryReadLineAsync() is { } line)
        {
            if (line.StartsWith(Told, StringComparison.Ordinal)) return line[Told.Length..];
            lines.Add(line);
        }
        throw new InvalidOperationException($"The part ended without a word: {string.Join('\n', lines)}\n{Process.Errors}");
    }

    /// <summary>Waits until it has ended well.</summary>
    public async Task EndAsync()
    {
        var lines = new List<string>();
        while (lines.Count < MostLines && await Process.TryReadLineAsync() is { } line) lines.Add(line);
        var (code, errors) = await Process.EndAsync();
        Assert.True(code == 0 && lines.Any(line => line.Contains("Total: 1,", StringComparison.Ordinal)), $"{string.Join('\n', lines)}\n{errors}");
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
