using System.Text;

namespace Snug.Load.Protocols;

/// <summary>
/// XMPP (RFC 6120) without TLS, whose clients come in anonymously (RFC 4505) and enter one room (XEP-0045). The server sends everybody what is
/// said, the speaker too.
/// </summary>
/// <param name="run">Begins the clients' names.</param>
/// <param name="clients">How many there are.</param>
internal sealed class XmppProtocol(string run, int clients) : IProtocol
{
    private readonly string room = $"bench-{run}@conference.localhost";

    public string Name => "XMPP";

    public bool IsPolled => false;

    // Who comes first makes the room.
    public int Openers => 1;

    public Dialogue Client(int number) => new XmppDialogue(room, $"b{number}");

    public int Audience(int number) => clients;

    private sealed class XmppDialogue(string room, string name) : Dialogue
    {
        private const string Stream =
            "<stream:stream to='localhost' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>";

        private readonly byte[] message = Encoding.UTF8.GetBytes($"<message to='{room}' type='groupchat'><body>");
        private int step;

        public override void Begin(Turn turn) => Write(turn, Stream);

        public override void Say(ReadOnlySpan<byte> text, Turn turn)
        {
            turn.Write(message);
            turn.Write(text);
            turn.Write("</body></message>"u8);
            turn.Acknowledge();
        }

        public override int Take(ReadOnlySpan<byte> bytes, Turn turn)
        {
            if (step == Steps.Length) return turn.Deliver(bytes, more: true);
            var done = 0;
            while (step < Steps.Length && bytes[done..].IndexOf(Steps[step].Expected) is >= 0 and var at)
            {
                done += at + Steps[step].Expected.Length;
                if (Steps[step].Answer is { } answer) Write(turn, answer(room, name));
                else turn.Enter();
                step++;
            }
            // Others' coming and going may fill what is kept; of what is expected there is a part at its end at most.
            if (step == Steps.Length) return done + turn.Deliver(bytes[done..], more: true);
            if (IsRefusal(bytes[done..])) turn.Fail($"the server said: {Encoding.UTF8.GetString(bytes[done..][..Math.Min(bytes.Length - done, 300)])}");
            return Math.Max(done, bytes.Length - 64);
        }

        // What is waited for, and what is said then.
        private static readonly (byte[] Expected, Func<string, string, string>? Answer)[] Steps =
        [
            ("</stream:features>"u8.ToArray(), (_, _) => "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='ANONYMOUS'/>"),
            ("<success"u8.ToArray(), (_, _) => Stream),
            ("</stream:features>"u8.ToArray(), (_, _) => "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>"),
            ("</jid>"u8.ToArray(), (room, name) => $"<presence to='{room}/{name}'><x xmlns='http://jabber.org/protocol/muc'><history maxstanzas='0'/></x></presence>"),
            // The room's subject, be there one or not, is the last that is sent to who enters.
            ("<subject"u8.ToArray(), null),
        ];

        private static bool IsRefusal(ReadOnlySpan<byte> bytes) =>
            bytes.IndexOf("<failure"u8) >= 0 || bytes.IndexOf("<stream:error"u8) >= 0 || bytes.IndexOf("type='error'"u8) >= 0;

        private static void Write(Turn turn, string text) => turn.Write(Encoding.UTF8.GetBytes(text));
    }
}
