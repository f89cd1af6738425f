using Snug.Load.Counting;

namespace Snug.Load.Protocols.Http;

/// <summary>The connection by which a client speaks.</summary>
internal sealed class HttpVoice(HttpProtocol protocol, HttpClientDialogue client) : HttpDialogue
{
    public override void Begin(Turn turn) => turn.Enter();

    // The mark without its first sign, so that who looks for marks does not find it a second time.
    public override void Say(ReadOnlySpan<byte> text, Turn turn) => protocol.Requests.Say(turn, client.Token, client.Room, text, nonce: text[1..Marks.Length]);

    protected override void Understand(int status, ReadOnlySpan<byte> body, Turn turn)
    {
        if (status is 200 or 201) turn.Acknowledge();
        else if (status == 401) turn.Fail(Describe(status, body));
        else turn.Refuse();
    }
}
