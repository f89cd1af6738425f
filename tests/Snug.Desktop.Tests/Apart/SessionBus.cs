using Snug.Desktop.Tests.Window;

namespace Snug.Desktop.Tests.Apart;

/// <summary>A session bus and a home folder for one test.</summary>
internal sealed class SessionBus : IAsyncDisposable
{
    private readonly Child bus;
    private readonly string home;

    private SessionBus(Child bus, string home, string address)
    {
        this.bus = bus;
        this.home = home;
        Environment = new Dictionary<string, string?>
        {
            ["DBUS_SESSION_BUS_ADDRESS"] = address,
            ["HOME"] = home,
            ["XDG_RUNTIME_DIR"] = home,
            ["XDG_DATA_HOME"] = null,
            ["XDG_CONFIG_HOME"] = null,
            ["XDG_STATE_HOME"] = null,
            ["DISPLAY"] = null,
            ["WAYLAND_DISPLAY"] = null,
            ["LC_ALL"] = "C.UTF-8",
        };
    }

    /// <summary>What a program must be started with to find this bus.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; }

    public static async Task<SessionBus> OpenAsync()
    {
        Tools.Require();
        var home = Directory.CreateTempSubdirectory("snug-home-").FullName;
        // A configuration of its own: no service of this machine's is started by asking for its name.
        var config = Path.Combine(home, "bus.conf");
        await File.WriteAllTextAsync(config, $"""
            <busconfig><type>session</type><listen>unix:dir={home}</listen>
            <policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
            </busconfig>
            """);
        var bus = new Child(Tools.Find("dbus-daemon")!, ["--config-file", config, "--nofork", "--print-address=1"]);
        return new SessionBus(bus, home, await bus.ReadLineAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await bus.DisposeAsync();
        Directory.Delete(home, recursive: true);
    }
}
