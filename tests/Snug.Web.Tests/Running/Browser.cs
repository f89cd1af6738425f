using System.Reflection;
using Microsoft.Playwright;

// Two cores: a browser, a server and a test each want some of them.
[assembly: CollectionBehavior(MaxParallelThreads = 2)]
[assembly: AssemblyFixture(typeof(Snug.Web.Tests.Running.Browser))]

namespace Snug.Web.Tests.Running;

/// <summary>One Chromium for all tests of this program, started by the first that needs it and closed after the last.</summary>
public sealed class Browser : IAsyncDisposable
{
    private const int Patience = 15_000;

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private static readonly string[] Flags =
    [
        "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--autoplay-policy=no-user-gesture-required",
        "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // Shared memory is scarce in containers, and a page that runs away is not to take the machine with it.
        "--disable-dev-shm-usage", "--renderer-process-limit=6", "--js-flags=--max-old-space-size=512",
    ];

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? driver;
    private IBrowser? chromium;

    /// <summary>A context of its own is a device of its own: cookies, storage and size. Skips the test where there is no Chromium.</summary>
    internal static async Task<IBrowserContext> OpenAsync(BrowserNewContextOptions options)
    {
        var program = Require();
        var browser = await TestContext.Current.GetFixture<Browser>() ?? throw new InvalidOperationException("there is no browser outside a test");
        var context = await (await browser.StartAsync(program)).NewContextAsync(options);
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null) await chromium.CloseAsync();
        driver?.Dispose();
        starting.Dispose();
    }

    // A machine that sets CI has to have it.
    private static string Require()
    {
        var found = Environment.GetEnvironmentVariable("PATH")!.Split(':').SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (found is not null) return found;

        const string Reason = "Chromium is missing (Debian: apt install chromium)";
        Assert.True(string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI")), Reason);
        Assert.Skip(Reason);
        return "";
    }

    private async Task<IBrowser> StartAsync(string program)
    {
        await starting.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (chromium is { IsConnected: true }) return chromium;

            var package = typeof(Browser).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(known => known.Key == "PlaywrightDriver").Value;
            Environment.SetEnvironmentVariable("PLAYWRIGHT_DRIVER_SEARCH_PATH", package);
            SetDefaultExpectTimeout(Patience);
            driver ??= await Playwright.CreateAsync();
            // Chromium's sandbox refuses root.
            string[] flags = Environment.UserName == "root" ? [.. Flags, "--no-sandbox"] : Flags;
            return chromium = await driver.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = flags });
        }
        finally
        {
            starting.Release();
        }
    }
}
