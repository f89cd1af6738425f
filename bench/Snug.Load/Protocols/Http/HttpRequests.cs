using System.Text;

namespace Snug.Load.Protocols.Http;

/// <summary>The requests of Snug's HTTP API that a load is made of, with the headers that a small client sends.</summary>
/// <param name="host">The server as the <c>Host</c> header has it.</param>
internal sealed class HttpRequests(string host)
{
    private readonly byte[] common = Encoding.ASCII.GetBytes($" HTTP/1.1\r\nHost: {host}\r\nUser-Agent: snug-bench\r\nAccept: application/json\r\n");

    public void Enter(Turn turn, string name) => Send(turn, "POST"u8, "/api/session"u8, token: [], Encoding.ASCII.GetBytes($"{{\"name\":\"{name}\"}}"));

    public void Leave(Turn turn, ReadOnlySpan<byte> token) => Send(turn, "DELETE"u8, "/api/session"u8, token);

    public void OpenRoom(Turn turn, ReadOnlySpan<byte> token, string name) =>
        Send(turn, "POST"u8, "/api/rooms"u8, token, Encoding.ASCII.GetBytes($"{{\"name\":\"{name}\"}}"));

    public void JoinRoom(Turn turn, ReadOnlySpan<byte> token, long room) => Send(turn, "POST"u8, Encoding.ASCII.GetBytes($"/api/rooms/{room}/join"), token);

    /// <param name="wait">Seconds that the server may hold the answer; 0 for none.</param>
    public void Poll(Turn turn, ReadOnlySpan<byte> token, ReadOnlySpan<byte> cursor, int wait)
    {
        turn.Write("GET /api/events?since="u8);
        turn.Write(cursor);
        if (wait > 0)
        {
            turn.Write("&wait="u8);
            turn.Write(wait);
        }
        EndHead(turn, token);
    }

    public void Say(Turn turn, ReadOnlySpan<byte> token, long room, ReadOnlySpan<byte> text, ReadOnlySpan<byte> nonce)
    {
        turn.Write("POST /api/rooms/"u8);
        turn.Write(room);
        turn.Write("/messages"u8);
        BeginBody(turn, SayOpening.Length + text.Length + SayMiddle.Length + nonce.Length + SayClosing.Length, token);
        turn.Write(SayOpening);
        turn.Write(text);
        turn.Write(SayMiddle);
        turn.Write(nonce);
        turn.Write(SayClosing);
    }

    private static ReadOnlySpan<byte> SayOpening => "{\"text\":\""u8;
    private static ReadOnlySpan<byte> SayMiddle => "\",\"nonce\":\""u8;
    private static ReadOnlySpan<byte> SayClosing => "\"}"u8;

    private void Send(Turn turn, ReadOnlySpan<byte> method, ReadOnlySpan<byte> path, ReadOnlySpan<byte> token, ReadOnlySpan<byte> body = default)
    {
        turn.Write(method);
        turn.Write(" "u8);
        turn.Write(path);
        BeginBody(turn, body.Length, token);
        turn.Write(body);
    }

    private void BeginBody(Turn turn, int length, ReadOnlySpan<byte> token)
    {
        turn.Write(common);
        if (length > 0) turn.Write("Content-Type: application/json\r\n"u8);
        turn.Write("Content-Length: "u8);
        turn.Write(length);
        turn.Write("\r\n"u8);
        Authorize(turn, token);
    }

    private void EndHead(Turn turn, ReadOnlySpan<byte> token)
    {
        turn.Write(common);
        Authorize(turn, token);
    }

    private static void Authorize(Turn turn, ReadOnlySpan<byte> token)
    {
        if (!token.IsEmpty)
        {
            turn.Write("Authorization: Bearer "u8);
            turn.Write(token);
            turn.Write("\r\n"u8);
        }
        turn.Write("\r\n"u8);
    }
}
