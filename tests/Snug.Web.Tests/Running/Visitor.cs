using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Snug.Web.Tests.Running;

/// <summary>
/// Somebody at the page, on a device of their own. Whatever the page complains of fails the test: an error on the console (a
/// breach of the content policy is one), a fault that nobody caught, unless the test said that it may come.
/// </summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly List<Regex> allowed = [];

    private Visitor(Device device, IBrowserContext context, IPage page)
    {
        Device = device;
        Context = context;
        Page = page;
        context.Console += (_, said) => { if (said.Type == "error") Complain($"{said.Text} ({said.Location})"); };
        context.WebError += (_, fault) => Complain(fault.Error);
        page.Crash += (_, _) => Complain("the page crashed");
    }

    public Device Device { get; }

    public IPage Page { get; }

    /// <summary>Their browser: cookies, storage, further tabs.</summary>
    public IBrowserContext Context { get; }

    /// <summary>What the page has complained of so far, but for what may come.</summary>
    public IReadOnlyList<string> Complaints => [.. complaints.Where(complaint => !allowed.Any(pattern => pattern.IsMatch(complaint)))];

    /// <summary>Somebody who has come in, with the page before them.</summary>
    public static Task<Visitor> ComeAsync(TestServer server, string name, Device? device = null, string? password = null) =>
        ComeAsync(server.HttpUrl, name, device, password);

    /// <summary>Somebody who has come in at an address.</summary>
    public static async Task<Visitor> ComeAsync(string url, string name, Device? device = null, string? password = null)
    {
        var visitor = await OpenAsync(url, device);
        // The browser keeps the cookie of the answer.
        var entered = await visitor.Context.APIRequest.PostAsync("/api/session", new() { DataObject = new { name, password } });
        Assert.True(entered.Ok, await entered.TextAsync());
        // The cookie is hidden from the page, which knows by this that there is one.
        await visitor.Page.GotoAsync("/healthz");
        await visitor.Page.EvaluateAsync("name => localStorage.setItem('snug-in', name)", name);
        await visitor.Page.GotoAsync("/");
        return visitor;
    }

    /// <summary>Somebody nobody knows yet, with the page before them.</summary>
    public static async Task<Visitor> ArriveAsync(TestServer server, Device? device = null, string path = "/")
    {
        var visitor = await OpenAsync(server.HttpUrl, device);
        await visitor.Page.GotoAsync(path);
        return visitor;
    }

    /// <summary>Lets the page complain of something, before and after: of a server that is down, say.</summary>
    /// <param name="pattern">Of what it says, and of the address that it says it about.</param>
    public void Allow(string pattern) => allowed.Add(new Regex(pattern));

    /// <summary>Takes the network away, or gives it back; what fails for that is no complaint.</summary>
    public async Task SetOfflineAsync(bool isOffline)
    {
        Allow("net::ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|FAILED)");
        // A service worker that was on its way.
        Allow("An unknown error occurred when fetching the script");
        await Context.SetOfflineAsync(isOffline);
    }

    public async ValueTask DisposeAsync() => await Context.CloseAsync();

    private static async Task<Visitor> OpenAsync(string url, Device? device)
    {
        device ??= new();
        var context = await Browser.OpenAsync(device.ToOptions(url));
        var visitor = new Visitor(device, context, await context.NewPageAsync());
        NoComplaintsAttribute.Watch(visitor);
        return visitor;
    }

    private void Complain(string what) => complaints.Enqueue(what);
}
