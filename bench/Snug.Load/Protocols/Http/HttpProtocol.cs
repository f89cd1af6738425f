namespace Snug.Load.Protocols.Http;

/// <summary>Snug's HTTP API: clients poll whenever they are due, or wait for news. Who speaks does that on a connection of its own, so that it hears meanwhile.</summary>
/// <param name="host">The server as the <c>Host</c> header has it.</param>
/// <param name="run">Begins the names of clients and rooms, after <c>bench-</c>.</param>
/// <param name="clients">How many there are.</param>
/// <param name="rooms">Over how many rooms they are spread; one is the lobby, where everybody is.</param>
/// <param name="wait">Seconds that each waits for news; 0 where they poll.</param>
internal sealed class HttpProtocol(string host, string run, int clients, int rooms, int wait) : IProtocol
{
    private const long Lobby = 1;

    private readonly long[] roomIds = new long[rooms];

    public string Name => wait > 0 ? "HTTP, waiting" : "HTTP";

    public bool IsPolled => wait == 0;

    public int Openers => rooms == 1 ? 0 : rooms;

    public HttpRequests Requests { get; } = new(host);

    public int Wait => wait;

    public bool HasRooms => rooms > 1;

    public Dialogue Client(int number) => new HttpClientDialogue(this, number);

    public Dialogue? Voice(Dialogue client) => new HttpVoice(this, (HttpClientDialogue)client);

    public Dialogue? Goodbye(Dialogue client) => client is HttpClientDialogue { Token.Length: > 0 } left ? new HttpGoodbye(this, left.Token) : null;

    // Those whose numbers leave the same rest.
    public int Audience(int number) => (clients - number % rooms + rooms - 1) / rooms;

    public string NameOf(int number) => $"bench-{run}-{number}";

    public string RoomName(int number) => $"bench-{run}-room-{number}";

    public bool IsOpener(int number) => HasRooms && number < rooms;

    public long RoomOf(int number) => HasRooms ? roomIds[number % rooms] : Lobby;

    public void Opened(int number, long id) => roomIds[number] = id;
}
