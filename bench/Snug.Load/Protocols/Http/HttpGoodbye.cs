namespace Snug.Load.Protocols.Http;

/// <summary>What a client says to leave, on a connection of its own: on the one before, an answer to its last poll may still be awaited.</summary>
internal sealed class HttpGoodbye(HttpProtocol protocol, byte[] token) : HttpDialogue
{
    public override void Begin(Turn turn) => protocol.Requests.Leave(turn, token);

    protected override void Understand(int status, ReadOnlySpan<byte> body, Turn turn) => turn.Enter();
}
