using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Snug.Bench.Tidying;

namespace Snug.Bench.Rivals;

/// <summary>Makes a rival's folder ready and fills in its command. As the rivals' own scripts do, root gives up its rights first.</summary>
internal sealed class RivalStart(Rival rival, string root)
{
    // For a program to say its version.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public int Port { get; } = FreePort();

    public int HttpPort { get; } = FreePort();

    /// <summary>What the program itself says: its first line with a number in it.</summary>
    /// <exception cref="SubjectFailedException">It is not there, or does not end within 20 seconds.</exception>
    public static async Task<string> VersionAsync(Rival rival, string root)
    {
        using var child = new RivalStart(rival, root).Run(rival.VersionCommand, Path.GetTempPath(), redirect: true);
        using var late = new CancellationTokenSource(Patience, TimeProvider.System);
        try
        {
            var (output, errors) = (child.Process.StandardOutput.ReadToEndAsync(late.Token), child.Process.StandardError.ReadToEndAsync(late.Token));
            return $"{await output}\n{await errors}".Split('\n').FirstOrDefault(line => line.Any(char.IsAsciiDigit))?.Trim() ?? "?";
        }
        catch (OperationCanceledException)
        {
            throw new SubjectFailedException("it does not say its version");
        }
    }

    /// <summary>Starts it; what it says goes into the file <c>output</c> in its folder.</summary>
    /// <exception cref="SubjectFailedException">It is not there.</exception>
    public Child Run(string folder)
    {
        if (rival.Configuration is { } name)
        {
            // Who runs the server may be somebody else.
            OpenToAll(folder);
            foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "bench/rivals", name)))
                File.WriteAllText(Path.Combine(folder, Path.GetFileName(file)), Filled(File.ReadAllText(file), folder));
        }
        return Run(rival.Command, folder, redirect: false);
    }

    private Child Run(IEnumerable<string> command, string folder, bool redirect)
    {
        string[] words = [.. command.Select(word => Filled(word, folder))];
        if (Find(words[0]) is not { } program) throw new SubjectFailedException($"{Path.GetFileName(words[0])} is not installed (bench/rivals/install)");
        List<string> all = [program, .. words[1..]];
        if (rival.Configuration is not null && Environment.IsPrivilegedProcess) all.InsertRange(0, ["setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups"]);
        // A pipe that nobody reads would fill up and hold the server.
        if (!redirect) all.InsertRange(0, ["sh", "-c", "exec \"$@\" >\"$0\" 2>&1", Path.Combine(folder, "output")]);
        var start = new ProcessStartInfo(all[0], all[1..]) { WorkingDirectory = folder, RedirectStandardOutput = redirect, RedirectStandardError = redirect };
        foreach (var (name, value) in rival.Environment) start.Environment[name] = Filled(value, folder);
        return new(start);
    }

    private string Filled(string text, string folder) => text
        .Replace("@PORT@", $"{Port}", StringComparison.Ordinal).Replace("@HTTP@", $"{HttpPort}", StringComparison.Ordinal)
        .Replace("@FOLDER@", folder, StringComparison.Ordinal).Replace("@ROOT@", root, StringComparison.Ordinal);

    private static string? Find(string program) => program.Contains('/', StringComparison.Ordinal)
        ? File.Exists(program) ? program : null
        : $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin".Split(':').Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    private static void OpenToAll(string folder) => File.SetUnixFileMode(folder,
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);

    // Nobody else takes it in the moment until the server does: the system gives free ports out in turn.
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
