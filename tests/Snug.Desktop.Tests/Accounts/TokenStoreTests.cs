using System.Runtime.Versioning;
using Snug.Client;
using Snug.Desktop.Accounts;
using Snug.Desktop.Tests.Apart;
using Snug.Desktop.Tests.Window;

namespace Snug.Desktop.Tests.Accounts;

[UnsupportedOSPlatform("windows")]
public sealed class TokenStoreTests
{
    private static readonly Uri Server = new("http://127.0.0.1:8080/");

    // What a person waits for at most, and then some for a busy machine.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task The_secret_service_keeps_sessions_where_there_is_one()
    {
        await using var bus = await SessionBus.OpenAsync();
        await using var keyring = await OpenKeyringAsync(bus);

        await Part.RunAsync(typeof(TokenStoreTests), nameof(Kept_by_the_service), bus.Environment);
    }

    [Fact]
    public async Task A_service_that_hangs_is_passed_over_and_what_it_missed_is_in_a_file()
    {
        await using var bus = await SessionBus.OpenAsync();
        await using var keyring = await OpenKeyringAsync(bus);
        await keyring.SignalAsync("STOP");

        await Part.RunAsync(typeof(TokenStoreTests), nameof(Kept_in_a_file), bus.Environment);
    }

    [Fact]
    public async Task A_locked_service_that_nobody_opens_is_passed_over()
    {
        await using var bus = await SessionBus.OpenAsync();
        await using var keyring = new Child(Keyring(), ["--foreground", "--components=secrets"], bus.Environment);
        await Wait.UntilAsync("the secret service", () => IsOnBusAsync(bus));

        await Part.RunAsync(typeof(TokenStoreTests), nameof(Kept_in_a_file), bus.Environment);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_service_or_a_bus_a_file_keeps_them(bool hasBus)
    {
        await using var bus = await SessionBus.OpenAsync();
        var environment = new Dictionary<string, string?>(bus.Environment);
        if (!hasBus) environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere";

        await Part.RunAsync(typeof(TokenStoreTests), nameof(Kept_in_a_file), environment);
    }

    [Fact(Explicit = true)]
    public async Task Kept_by_the_service()
    {
        using var folder = new Folder();
        var store = new TokenStore(folder.Path, TimeProvider.System);
        new SessionFiles(folder.Path).Store("http://127.0.0.1:8080", "cindy", Session("cindy", "older").ToJson());

        Assert.True(await store.WriteAsync(Server, Session("Cindy", "ü secret")));
        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.Equal("ü secret", (await store.ReadAsync(Server, "cindy"))?.Token);
        Assert.Null(await store.ReadAsync(Server, "ethan"));
        Assert.Null(await store.ReadAsync(new Uri("http://127.0.0.1:8081/"), "cindy"));

        await store.WriteAsync(Server, Session("cindy", "newer"));
        Assert.Equal("newer", (await new TokenStore(folder.Path, TimeProvider.System).ReadAsync(Server, "cindy"))?.Token);
        await store.ForgetAsync(Server, "cindy");
        Assert.Null(await store.ReadAsync(Server, "cindy"));
    }

    [Fact(Explicit = true)]
    public async Task Kept_in_a_file()
    {
        using var folder = new Folder();
        var place = Path.Combine(folder.Path, "sessions");
        var store = new TokenStore(place, TimeProvider.System);
        var begun = TimeProvider.System.GetTimestamp();

        Assert.True(await store.WriteAsync(Server, Session("cindy", "secret")));
        Assert.Equal("secret", (await store.ReadAsync(Server, "Cindy"))?.Token);
        Assert.Null(await store.ReadAsync(Server, "ethan"));
        Assert.InRange(TimeProvider.System.GetElapsedTime(begun), TimeSpan.Zero, Soon);

        const UnixFileMode own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(own, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(place))));
        Assert.Equal(own | UnixFileMode.UserExecute, File.GetUnixFileMode(place));

        await store.ForgetAsync(Server, "cindy");
        Assert.Null(await store.ReadAsync(Server, "cindy"));
        Assert.Empty(Directory.GetFiles(place));
    }

    private static Session Session(string name, string token) => new()
    {
        Token = token,
        User = new User { Id = 7, Name = name },
        Limits = new SessionLimits(4000, 1 << 20),
    };

    private static string Keyring()
    {
        var keyring = Tools.Find("gnome-keyring-daemon");
        if (keyring is null) Assert.Skip("gnome-keyring-daemon missing (Debian: apt install gnome-keyring libsecret-1-0)");
        return keyring!;
    }

    // Its standard input is the password of the keyring that it opens.
    private static async Task<Child> OpenKeyringAsync(SessionBus bus)
    {
        var keyring = new Child(Keyring(), ["--foreground", "--unlock", "--components=secrets"], bus.Environment);
        await keyring.WriteAsync("password");
        keyring.EndInput();
        await Wait.UntilAsync("the secret service", () => IsOnBusAsync(bus));
        return keyring;
    }

    private static async Task<bool> IsOnBusAsync(SessionBus bus) => await Child.RunAsync(
        "dbus-send", ["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.GetNameOwner", "string:org.freedesktop.secrets"],
        bus.Environment) is not null;
}
