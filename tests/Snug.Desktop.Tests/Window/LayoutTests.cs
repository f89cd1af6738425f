using System.Runtime.InteropServices;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.Tests.Window;

public sealed partial class LayoutTests
{
    // A wrong property in one of them fails only when it is loaded.
    [Fact]
    public async Task Every_ui_file_can_be_loaded_in_every_language_and_the_style()
    {
        await using var screen = await Screen.OpenAsync();
        Load(screen.Environment);
    }

    private static void Load(IReadOnlyDictionary<string, string?> environment)
    {
        // GTK reads the C library's environment, which .NET's own does not reach.
        foreach (var (name, value) in environment)
            if (value is not null && name != "G_DEBUG") Assert.Equal(0, setenv(name, value, 1));
        Assert.Null(Toolkit.Start("snug-desktop-tests", "Snug"));

        Toolkit.Style("style.css");
        var files = typeof(Toolkit).Assembly.GetManifestResourceNames()
            .Where(name => name.EndsWith(".ui", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);
        foreach (Texts texts in (Texts[])[new English(), new German()])
            foreach (var file in files) new Builder(file["ui/".Length..], texts).Dispose();
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int setenv(string name, string value, int overwrite);
}
