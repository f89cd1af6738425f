using System.Diagnostics;
using Snug.Tests.Running;

namespace Snug.Tests.Web;

/// <summary>What the server's build runs to bring the page up to date, tried in a folder of its own with a stand-in for npm.</summary>
public class PageBuildTests
{
    // Says what it was asked to do, and does as much of it as the build looks at.
    private const string Npm = """
        #!/usr/bin/env bash
        echo "$*" >>../../asked
        case "$1" in
          ci) [ "$(grep -c '^ci$' ../../asked)" -gt "${FAILING-0}" ] && mkdir -p node_modules || { echo "registry says no" >&2; exit 1; } ;;
          run) rm -rf ../../artifacts/web; mkdir -p ../../artifacts/web; cat index.html index.html index.html >../../artifacts/web/index.html ;;
        esac
        """;

    [Fact]
    public async Task Packages_and_the_page_are_made_once_and_again_when_what_they_come_from_has_changed()
    {
        using var folder = await MakeAsync();

        Assert.Equal(["ci", "run build"], await BuildAsync(folder));
        Assert.Empty(await BuildAsync(folder));
        await File.WriteAllTextAsync(folder.File("src/Snug.Web/src/App.svelte"), "<h1>Another</h1>");
        Assert.Equal(["run build"], await BuildAsync(folder));
        File.Delete(folder.File("src/Snug.Web/src/Old.svelte"));
        Assert.Equal(["run build"], await BuildAsync(folder));
        File.SetLastWriteTimeUtc(folder.File("src/Snug.Web/src/App.svelte"), ManualTime.Start.UtcDateTime);
        Assert.Empty(await BuildAsync(folder));
        await File.WriteAllTextAsync(folder.File("src/Snug.Web/package-lock.json"), "{}");
        Assert.Equal(["ci", "run build"], await BuildAsync(folder));
        Directory.Delete(folder.File("artifacts"), recursive: true);
        Assert.Equal(["run build"], await BuildAsync(folder));
    }

    [Fact]
    public async Task What_was_made_is_compressed()
    {
        using var folder = await MakeAsync();

        await BuildAsync(folder);

        foreach (var form in new[] { "index.html.br", "index.html.gz" })
            Assert.InRange(new FileInfo(folder.File($"artifacts/web/{form}")).Length, 1, new FileInfo(folder.File("artifacts/web/index.html")).Length - 1);
    }

    [Fact]
    public async Task A_package_server_that_fails_now_and_then_is_asked_again()
    {
        using var folder = await MakeAsync();

        Assert.Equal(["ci", "ci", "ci", "run build"], await BuildAsync(folder, failing: 2));
    }

    [Fact]
    public async Task A_package_server_that_goes_on_failing_is_quoted_and_asked_anew_by_the_next_build()
    {
        using var folder = await MakeAsync();

        var (exitCode, said) = await RunAsync(folder, ("FAILING", "3"));

        Assert.Equal((1, "npm ci failed:\nregistry says no\n"), (exitCode, said));
        await File.WriteAllTextAsync(folder.File("asked"), "");
        Assert.Equal(["ci", "run build"], await BuildAsync(folder));
    }

    [Fact]
    public async Task A_Node_that_is_too_old_is_named_with_where_to_find_a_newer_one()
    {
        using var folder = await MakeAsync();
        await File.WriteAllTextAsync(folder.File("old.cjs"), "Object.defineProperty(process, 'versions', { value: { node: '20.18.3' } })");

        var (exitCode, said) = await RunAsync(folder, ("NODE_OPTIONS", $"--require {folder.File("old.cjs")}"));

        Assert.Equal(1, exitCode);
        Assert.Matches("^Node 20.18.3 is too old [^\n]+ https://nodejs.org\n$", said);
    }

    private static async Task<TempFolder> MakeAsync()
    {
        var folder = new TempFolder();
        var page = folder.File("src/Snug.Web");
        Directory.CreateDirectory(Path.Combine(page, "src"));
        foreach (var name in new[] { "build.js", "package.json", "package-lock.json", "index.html" })
            File.Copy(Repository.PathOf($"src/Snug.Web/{name}"), Path.Combine(page, name));
        foreach (var name in new[] { "App.svelte", "Old.svelte" }) await File.WriteAllTextAsync(Path.Combine(page, "src", name), "<h1>One</h1>");
        await File.WriteAllTextAsync(folder.File("npm"), Npm);
        using var chmod = Process.Start("chmod", ["+x", folder.File("npm")]);
        await chmod.WaitForExitAsync();
        return folder;
    }

    /// <summary>Builds, and tells what npm was asked to do.</summary>
    private static async Task<string[]> BuildAsync(TempFolder folder, int failing = 0)
    {
        var asked = folder.File("asked");
        var before = File.Exists(asked) ? (await File.ReadAllLinesAsync(asked)).Length : 0;
        var (exitCode, said) = await RunAsync(folder, ("FAILING", $"{failing}"));
        Assert.True(exitCode == 0, said);
        return File.Exists(asked) ? (await File.ReadAllLinesAsync(asked))[before..] : [];
    }

    private static async Task<(int ExitCode, string Said)> RunAsync(TempFolder folder, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("node", [folder.File("src/Snug.Web/build.js")]) { RedirectStandardOutput = true };
        start.Environment["PATH"] = $"{folder.Path}:{start.Environment["PATH"]}";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
