using Snug.Desktop.Tests.Window;

namespace Snug.Desktop.Tests.Media;

public sealed class SceneTests
{
    [Theory]
    [InlineData(nameof(SoundScenes))]
    [InlineData(nameof(FileScenes))]
    public async Task Scenes_that_need_a_main_loop_hold_in_a_process_of_their_own(string scenes)
    {
        await using var screen = await Screen.OpenAsync();
        var home = screen.Environment["XDG_RUNTIME_DIR"]!;
        var environment = new Dictionary<string, string?>(screen.Environment)
        {
            ["XDG_CACHE_HOME"] = home,
            ["GTK_A11Y"] = "none",
            ["SNUG_AUDIO_SOURCE"] = "audiotestsrc is-live=true",
            ["SNUG_AUDIO_SINK"] = "fakesink sync=true",
        };

        await using var program = new Child("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Snug.Desktop.Tests.dll"), "-noColor", "-explicit", "only", "-class", $"*.{scenes}"],
            environment);
        var said = new List<string>();
        while (!said.LastOrDefault("").Contains("Total: ", StringComparison.Ordinal)) said.Add(await program.ReadLineAsync());
        var (code, errors) = await program.EndAsync();

        Assert.True(code == 0 && !said[^1].Contains("Total: 0", StringComparison.Ordinal), string.Join('\n', said) + errors);
    }
}
