using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Snug.Client;

// A request and its answer. Whatever goes wrong becomes one of the ChatExceptions here, and nowhere else.
internal sealed class HttpExchange(Uri server, ChatOptions options) : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler
    {
        ConnectTimeout = options.ConnectTimeout,
        // A redirect could carry the token to somebody else, and the API has none.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        // A server may move to another address; 15 minutes are how long names are commonly cached.
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
    }) { Timeout = Timeout.InfiniteTimeSpan };

    private bool disposed;

    public string? Token { get; set; }

    public ChatOptions Options => options;

    public Patience Patience(TimeSpan span) => new(span, options.Time);

    /// <summary>Asks for something; null when the answer is that there is nothing (204).</summary>
    public Task<T?> AskForAnyAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, Patience patience, CancellationToken cancel)
        where T : class =>
        RunAsync(request, async (response, stop) =>
        {
            if (response.StatusCode == HttpStatusCode.NoContent) return null;
            await response.Content.LoadIntoBufferAsync(options.MaxAnswerBytes, stop).ConfigureAwait(false);
            await using var body = await response.Content.ReadAsStreamAsync(stop).ConfigureAwait(false);
            return await JsonSerializer.DeserializeAsync(body, type, stop).ConfigureAwait(false) ?? throw new JsonException("it is null");
        }, patience, cancel);

    /// <summary>Asks for something that must be there.</summary>
    public async Task<T> AskAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, Patience patience, CancellationToken cancel)
        where T : class =>
        await AskForAnyAsync(request, type, patience, cancel).ConfigureAwait(false)
        ?? throw new NonsenseException("The server's answer is empty where something was asked for.");

    /// <inheritdoc cref="AskAsync{T}(HttpRequestMessage, JsonTypeInfo{T}, Patience, CancellationToken)"/>
    public async Task<T> AskAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancel) where T : class
    {
        using var limit = Patience(options.RequestTimeout);
        return await AskAsync(request, type, limit, cancel).ConfigureAwait(false);
    }

    /// <summary>Has something done; what the server answers beyond yes is of no interest.</summary>
    public async Task TellAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        using var limit = Patience(options.RequestTimeout);
        await RunAsync(request, (_, _) => Task.FromResult(true), limit, cancel).ConfigureAwait(false);
    }

    /// <summary>Sends a request and reads what is answered when that is yes.</summary>
    public async Task<T> RunAsync<T>(
        HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, Patience patience, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            using var sent = Address(request);
            using var response = await http.SendAsync(sent, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) throw await Refusals.ReadAsync(response, options.Time, either.Token).ConfigureAwait(false);
            return await read(response, either.Token).ConfigureAwait(false);
        }
        catch (Exception fault) when (Understand(fault, patience) is { } understood)
        {
            cancel.ThrowIfCancellationRequested();
            throw understood;
        }
    }

    /// <summary>A request for an address that the server told.</summary>
    public HttpRequestMessage Get(string address) => Uri.TryCreate(server, address, out var found)
        ? new HttpRequestMessage(HttpMethod.Get, found)
        : throw new NonsenseException($"The server told an address that is none: {address}");

    public void Dispose()
    {
        disposed = true;
        http.Dispose();
    }

    private HttpRequestMessage Address(HttpRequestMessage request)
    {
        var address = new Uri(server, request.RequestUri!);
        // The address of a file comes from a message. The token belongs to nobody but the server it was given by.
        if (Uri.Compare(address, server, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
            throw new NonsenseException($"The address {address} is not one of the server at {server}.");

        request.RequestUri = address;
        if (Token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return request;
    }

    private ChatException? Understand(Exception fault, Patience patience) => fault switch
    {
        // What was under way when the client was closed is cancelled, not lost: nobody must try it again.
        _ when disposed => null,
        OperationCanceledException when !patience.Token.IsCancellationRequested =>
            new ServerTimeoutException($"Nothing answers at {server.Authority}."),
        OperationCanceledException => new ServerTimeoutException($"The server has not answered for {patience.Span.TotalSeconds:0} seconds."),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new NonsenseException($"The server's answer has more than {options.MaxAnswerBytes} bytes.", fault),
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } =>
            new NonsenseException($"What answers at {server.Authority} does not speak HTTP.", fault),
        JsonException or InvalidDataException =>
            new NonsenseException($"The server's answer makes no sense: {fault.Message}", fault),
        HttpRequestException or IOException => new ServerLostException($"The server at {server.Authority} cannot be reached: {fault.Message}", fault),
        _ => null,
    };
}
