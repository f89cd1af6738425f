using System.Text;

namespace Snug.Load.Protocols;

/// <summary>Snug's line protocol: one line for each request, <c>GET</c> whenever a poll is due.</summary>
/// <param name="run">Begins the clients' names, after <c>bench-</c>.</param>
/// <param name="clients">How many there are.</param>
internal sealed class LineProtocol(string run, int clients) : IProtocol
{
    public string Name => "the line protocol";

    public bool IsPolled => true;

    public Dialogue Client(int number) => new LineDialogue($"bench-{run}-{number}");

    // Who says something finds it in its own buffer too.
    public int Audience(int number) => clients;

    private sealed class LineDialogue(string name) : Dialogue
    {
        private bool isIn, isReadingMessages;

        public override void Begin(Turn turn)
        {
            turn.Write(Encoding.ASCII.GetBytes(name));
            turn.Write("\n"u8);
        }

        public override void Poll(Turn turn) => turn.Write("GET\n"u8);

        public override void Say(ReadOnlySpan<byte> text, Turn turn)
        {
            turn.Write("PUT: "u8);
            turn.Write(text);
            turn.Write("\n"u8);
        }

        public override int Take(ReadOnlySpan<byte> bytes, Turn turn)
        {
            var done = 0;
            // What follows a line that is not understood says nothing of why.
            while (done < bytes.Length && turn.Failure is null)
            {
                var rest = bytes[done..];
                var end = rest.IndexOf((byte)'\n');
                // The line with messages is as long as there are messages, so it is looked at as it comes.
                if (!isReadingMessages && rest.StartsWith("MSGS:"u8)) isReadingMessages = true;
                if (isReadingMessages)
                {
                    if (end < 0) return done + turn.Deliver(rest, more: true);
                    turn.Deliver(rest[..end], more: false);
                    isReadingMessages = false;
                    turn.Answer();
                }
                else
                {
                    if (end < 0) return done;
                    Understand(rest[..end], turn);
                }
                done += end + 1;
            }
            return done;
        }

        private void Understand(ReadOnlySpan<byte> line, Turn turn)
        {
            if (line.StartsWith("OK"u8) && isIn) turn.Acknowledge();
            else if (line.StartsWith("OK"u8))
            {
                isIn = true;
                turn.Enter();
            }
            else if (isIn && turn.Connection.Saying >= 0) turn.Refuse();
            else turn.Fail($"the server said: {Encoding.UTF8.GetString(line[..Math.Min(line.Length, 200)]).Trim()}");
        }
    }
}
