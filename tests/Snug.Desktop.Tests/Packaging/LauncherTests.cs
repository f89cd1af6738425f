using System.Runtime.Versioning;
using Snug.Desktop.Tests.Accounts;
using Snug.Desktop.Tests.Window;

namespace Snug.Desktop.Tests.Packaging;

/// <summary><c>./snug install-desktop</c>, from a folder whose name has every sign that means something in a launcher.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class LauncherTests : IDisposable
{
    // Starts what a launcher starts, as desktops do.
    private const string Launch = """
        import sys
        from gi.repository import Gio
        Gio.DesktopAppInfo.new_from_filename(sys.argv[1]).launch([], None)
        """;

    private readonly Folder folder = new();
    private readonly string checkout;
    private readonly string data;

    public LauncherTests()
    {
        checkout = folder.File("a \"b\" $c `d` %f \\e");
        data = folder.File("data");
        Directory.CreateDirectory(checkout);
        foreach (var file in (string[])["snug", "packaging"])
            Assert.NotNull(Child.RunAsync("cp", ["-r", Path.Combine(Repository, file), checkout]).GetAwaiter().GetResult());
    }

    // artifacts/bin/Snug.Desktop.Tests/release/
    private static string Repository => Path.GetFullPath("../../../..", AppContext.BaseDirectory);

    private string Launcher => Path.Combine(data, "applications", "chat.snug.Snug.desktop");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_launcher_is_valid_and_starts_the_window()
    {
        Tools.Require();
        await InstallAsync();

        if (Tools.Find("desktop-file-validate") is { } validate) Assert.Equal("", await Child.RunAsync(validate, [Launcher]));
        var ran = folder.File("ran");
        await File.WriteAllTextAsync(Path.Combine(checkout, "snug"), $"#!/bin/sh\necho \"$@\" > '{ran}.new' && mv '{ran}.new' '{ran}'\n");
        Assert.NotNull(await Child.RunAsync(Tools.Find("python3")!, ["-c", Launch, Launcher]));
        await Wait.UntilAsync("the program", () => Task.FromResult(File.Exists(ran)));

        Assert.Equal("join\n", await File.ReadAllTextAsync(ran));
        Assert.True(File.Exists(Path.Combine(data, "icons/hicolor/scalable/apps/chat.snug.Snug.svg")));
    }

    [Fact]
    public async Task What_is_removed_leaves_nothing_behind()
    {
        await InstallAsync();
        await InstallAsync();

        await InstallAsync("--remove");
        await InstallAsync("--remove");

        Assert.Empty(Directory.GetFiles(data, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_word_that_is_not_understood_changes_nothing()
    {
        await using var script = new Child(Path.Combine(checkout, "snug"), ["install-desktop", "--uninstall"], Home());

        var (code, errors) = await script.EndAsync();

        Assert.Equal(2, code);
        Assert.Matches("^snug install-desktop: [^\n]+--uninstall[^\n]+\n$", errors);
        Assert.False(Directory.Exists(data));
    }

    private async Task InstallAsync(params string[] words) =>
        Assert.NotNull(await Child.RunAsync(Path.Combine(checkout, "snug"), ["install-desktop", .. words], Home()));

    private Dictionary<string, string?> Home() => new() { ["XDG_DATA_HOME"] = data };
}
