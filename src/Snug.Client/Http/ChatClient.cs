namespace Snug.Client;

/// <summary>
/// Somebody in a chat, over the HTTP API of a Snug server (docs/http-api.md). Requests may be made from any thread, many at once.
/// Each throws <see cref="RefusedException"/> when the server says no, one of <see cref="ServerLostException"/>,
/// <see cref="ServerTimeoutException"/> and <see cref="NonsenseException"/> when there was no answer of use (it may be asked
/// again: only what was posted without a nonce, opened or uploaded could then be there twice), and
/// <see cref="OperationCanceledException"/> when its token asked for that.
/// </summary>
public sealed partial class ChatClient : IDisposable
{
    private readonly HttpExchange exchange;

    private ChatClient(HttpExchange exchange, Session session)
    {
        this.exchange = exchange;
        exchange.Token = session.Token;
        Session = session;
    }

    /// <summary>Who speaks. Save it (<see cref="Snug.Client.Session.ToJson"/>) to <see cref="Resume"/> later.</summary>
    public Session Session { get; private set; }

    internal TimeProvider Time => exchange.Options.Time;

    /// <summary>Enters as a guest: the name must be free and kept by nobody.</summary>
    /// <inheritdoc cref="EnterAsync(Uri, Entrance, ChatOptions?, CancellationToken)"/>
    public static Task<ChatClient> EnterAsync(Uri server, string name, ChatOptions? options = null, CancellationToken cancel = default) =>
        EnterAsync(server, new Entrance(name), options, cancel);

    /// <summary>Enters the chat.</summary>
    /// <param name="server">Where the server is: <c>http://</c> or <c>https://</c>, host and port.</param>
    /// <param name="entrance">The name, and what proves that one may use it.</param>
    /// <param name="options">Timeouts and bounds.</param>
    /// <param name="cancel">Gives up entering.</param>
    /// <exception cref="RefusedException">
    /// <c>name-taken</c>, <c>invalid-name</c>, <c>wrong-password</c>, or another code of docs/http-api.md.
    /// </exception>
    /// <exception cref="ChatException">There was no answer of use.</exception>
    public static Task<ChatClient> EnterAsync(
        Uri server, Entrance entrance, ChatOptions? options = null, CancellationToken cancel = default)
    {
        var body = new EnterRequest(entrance.Name, entrance.Password, entrance.Invite);
        return BeginAsync(Open(server, options), Requests.Post("/api/session", body, ClientJson.Default.EnterRequest), cancel);
    }

    /// <summary>Goes on with a session of which only the token was kept: asks the server who that is.</summary>
    /// <param name="server">Where the server is.</param>
    /// <param name="token">A <see cref="Snug.Client.Session.Token"/>.</param>
    /// <param name="options">Timeouts and bounds.</param>
    /// <param name="cancel">Gives the request up.</param>
    /// <exception cref="RefusedException">The session has ended (status 401).</exception>
    /// <exception cref="ChatException">There was no answer of use.</exception>
    public static Task<ChatClient> ResumeAsync(Uri server, string token, ChatOptions? options = null, CancellationToken cancel = default)
    {
        var exchange = Open(server, options);
        exchange.Token = token;
        return BeginAsync(exchange, Requests.Get("/api/session"), cancel);
    }

    /// <summary>
    /// Goes on with a session that was saved. Nothing is asked, so it can be done without a server in reach; if the session has
    /// ended, the first request is refused with the status 401.
    /// </summary>
    public static ChatClient Resume(Uri server, Session session, ChatOptions? options = null) => new(Open(server, options), session);

    /// <summary>Leaves: the session ends, and a guest's name is free at once.</summary>
    public Task LeaveAsync(CancellationToken cancel = default) => exchange.TellAsync(Requests.Delete("/api/session"), cancel);

    /// <summary>Keeps the name for good: a guest becomes a member, a member gets another password.</summary>
    public async Task SetPasswordAsync(string password, CancellationToken cancel = default)
    {
        var request = Requests.Put("/api/account", new AccountRequest(password), ClientJson.Default.AccountRequest);
        await exchange.TellAsync(request, cancel).ConfigureAwait(false);
        if (Session.User.Role == UserRole.Guest) Session = Session with { User = Session.User with { Role = UserRole.Member } };
    }

    /// <summary>Everybody whom this user may know of, here or not.</summary>
    public async Task<IReadOnlyList<User>> UsersAsync(CancellationToken cancel = default) =>
        (await exchange.AskAsync(Requests.Get("/api/users"), ClientJson.Default.UsersAnswer, cancel).ConfigureAwait(false)).Users;

    /// <summary>
    /// Gives the connections back. The session lives on and can be resumed; <see cref="LeaveAsync"/> ends it.
    /// </summary>
    public void Dispose() => exchange.Dispose();

    private static async Task<ChatClient> BeginAsync(HttpExchange exchange, HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            var answer = await exchange.AskAsync(request, ClientJson.Default.SessionAnswer, cancel).ConfigureAwait(false);
            var token = answer.Token ?? exchange.Token ?? throw new NonsenseException("The server let us in without a token.");
            var session = new Session { Token = token, User = answer.User, Limits = answer.Limits };
            return new ChatClient(exchange, session) { Cursor = answer.Next };
        }
        catch
        {
            exchange.Dispose();
            throw;
        }
    }

    private static HttpExchange Open(Uri server, ChatOptions? options)
    {
        if (!server.IsAbsoluteUri || server.Scheme is not ("http" or "https"))
            throw new ArgumentException($"{server} is not an http:// or https:// address", nameof(server));
        return new HttpExchange(server, options ?? new ChatOptions());
    }
}
