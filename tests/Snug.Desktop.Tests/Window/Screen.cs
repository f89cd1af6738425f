using System.Globalization;

namespace Snug.Desktop.Tests.Window;

/// <summary>A screen without a monitor, with a session bus and a screen reader, for one test.</summary>
internal sealed class Screen : IAsyncDisposable
{
    private readonly Child display;
    private readonly Child bus;
    private readonly Child reader;

    private Screen(Child display, Child bus, Child reader, Dictionary<string, string?> environment)
    {
        this.display = display;
        this.bus = bus;
        this.reader = reader;
        Environment = environment;
    }

    /// <summary>What a program must be started with to appear on this screen. A warning of the libraries ends it.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; }

    public static async Task<Screen> OpenAsync()
    {
        Tools.Require();
        // The folder for sockets and the reader's settings are not to be this machine's.
        var home = Directory.CreateTempSubdirectory("snug-screen-").FullName;
        var display = new Child(Tools.Find("Xvfb")!, ["-displayfd", "1", "-noreset", "-screen", "0", "1280x900x24"]);
        var bus = await BusAsync(home);
        var environment = new Dictionary<string, string?>
        {
            ["DISPLAY"] = ":" + await display.ReadLineAsync(),
            ["DBUS_SESSION_BUS_ADDRESS"] = await bus.ReadLineAsync(),
            ["WAYLAND_DISPLAY"] = null,
            ["XDG_RUNTIME_DIR"] = home,
            ["XDG_CONFIG_HOME"] = home,
            ["XDG_DATA_HOME"] = home,
            ["XDG_STATE_HOME"] = home,
            ["XDG_CACHE_HOME"] = home,
            ["SNUG_AUDIO_SOURCE"] = "audiotestsrc is-live=true",
            ["SNUG_AUDIO_SINK"] = "fakesink sync=true",
            ["GSK_RENDERER"] = "cairo",
            ["GDK_DEBUG"] = "gl-disable,vulkan-disable",
            ["GTK_A11Y"] = "atspi",
            // The choice of files remembers its size: not on this machine, and without a service for it.
            ["GSETTINGS_BACKEND"] = "memory",
            ["G_DEBUG"] = "fatal-warnings",
            ["LC_ALL"] = "C.UTF-8",
        };
        var script = Path.Combine(AppContext.BaseDirectory, "Window", "accessibility.py");
        var reader = new Child(Tools.Find("python3")!, [script],
            new Dictionary<string, string?>(environment) { ["G_DEBUG"] = null });
        return new Screen(display, bus, reader, environment);
    }

    // Of this machine's services only the screen reader's is started by asking for it: a keyring would ask for a password of its own.
    private static async Task<Child> BusAsync(string home)
    {
        const string Reader = "org.a11y.Bus.service";
        var services = Directory.CreateDirectory(Path.Combine(home, "services")).FullName;
        File.Copy(Path.Combine("/usr/share/dbus-1/services", Reader), Path.Combine(services, Reader));
        // Without anybody to show notifications GLib would warn.
        await File.WriteAllTextAsync(Path.Combine(services, "notifications.service"), $"""
            [D-BUS Service]
            Name=org.freedesktop.Notifications
            Exec={Tools.Find("python3")} {Path.Combine(AppContext.BaseDirectory, "Notify", "notifications.py")}

            """);
        var config = Path.Combine(home, "bus.conf");
        await File.WriteAllTextAsync(config, $"""
            <busconfig><type>session</type><listen>unix:dir={home}</listen><servicedir>{services}</servicedir>
            <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
            </busconfig>
            """);
        return new Child(Tools.Find("dbus-daemon")!, [$"--config-file={config}", "--nofork", "--print-address=1"],
            new Dictionary<string, string?> { ["XDG_RUNTIME_DIR"] = home });
    }

    /// <summary>Puts a file where the programs on this screen can choose it.</summary>
    /// <returns>Its path.</returns>
    public async Task<string> KeepAsync(string name, byte[] content)
    {
        var path = Path.Combine(Environment["XDG_RUNTIME_DIR"]!, name);
        await File.WriteAllBytesAsync(path, content);
        return path;
    }

    /// <summary>Works the keyboard, or looks for windows.</summary>
    public Task<string?> XdotoolAsync(params string[] words) => Child.RunAsync(Tools.Find("xdotool")!, words, Environment);

    /// <summary>Presses the pointer's first button at a place of the screen.</summary>
    public async Task ClickAsync(int x, int y) => await XdotoolAsync("mousemove", $"{x}", $"{y}", "click", "1");

    /// <summary>Drags with the pointer.</summary>
    /// <param name="begun">Ends when what is there has been taken hold of.</param>
    /// <param name="accepted">Ends when it may be let go.</param>
    public async Task DragAsync((int X, int Y) from, (int X, int Y) to, Func<Task> begun, Func<Task> accepted)
    {
        // Farther than a hand that presses a button trembles.
        const int Far = 20;
        await XdotoolAsync("mousemove", $"{from.X}", $"{from.Y}", "mousedown", "1", "mousemove", $"{from.X + Far}", $"{from.Y}");
        await begun();
        // A program looks for what is under the pointer when that moves.
        await XdotoolAsync("mousemove", $"{to.X - 1}", $"{to.Y}", "mousemove", $"{to.X}", $"{to.Y}");
        await accepted();
        await XdotoolAsync("mouseup", "1");
    }

    /// <summary>What a screen reader finds of a program's window.</summary>
    /// <param name="process">The program.</param>
    /// <param name="title">The window's name, where it is not the first.</param>
    public async Task<Seen?> ReadAsync(int process, string title = "") => Seen.Parse(await AskAsync(process, title, ""));

    /// <summary>Presses a button as a screen reader does; false where there is none of that name.</summary>
    public async Task<bool> PressAsync(int process, string title, string button) => await AskAsync(process, title, button) == "true";

    private Task<string> AskAsync(int process, string title, string button) =>
        reader.AskAsync(string.Create(CultureInfo.InvariantCulture, $"{process}\t{title}\t{button}"));

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await bus.DisposeAsync();
        await display.DisposeAsync();
        Directory.Delete(Environment["XDG_RUNTIME_DIR"]!, recursive: true);
    }
}
