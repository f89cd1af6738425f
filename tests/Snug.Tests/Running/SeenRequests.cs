using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;

namespace Snug.Tests.Running;

/// <summary>What the servers in this process knew of a request when they had answered it, by its path.</summary>
internal sealed class SeenRequests : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentDictionary<string, (IPAddress? Address, bool IsHttps)> seen = new();
    private readonly ConcurrentBag<IDisposable> subscriptions = [];

    public SeenRequests() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public (IPAddress? Address, bool IsHttps) this[string path] => seen[path];

    public bool Has(string path) => seen.ContainsKey(path);

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.AspNetCore") subscriptions.Add(value.Subscribe(this, name => name.StartsWith("Microsoft.AspNetCore.Hosting.HttpRequestIn", StringComparison.Ordinal)));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "Microsoft.AspNetCore.Hosting.HttpRequestIn.Stop", Value: HttpContext context })
            seen[context.Request.Path.Value!] = (context.Connection.RemoteIpAddress, context.Request.IsHttps);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions) subscription.Dispose();
    }
}
