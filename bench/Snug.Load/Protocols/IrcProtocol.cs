using System.Text;

namespace Snug.Load.Protocols;

/// <summary>IRC (RFC 2812): everybody joins one channel, and the server sends each what the others say. There is nothing to ask for, and nothing is acknowledged.</summary>
/// <param name="run">Begins the clients' names.</param>
/// <param name="clients">How many there are.</param>
/// <param name="atOnce">How many come at once.</param>
internal sealed class IrcProtocol(string run, int clients, int atOnce) : IProtocol
{
    private readonly byte[] channel = Encoding.ASCII.GetBytes($"#bench-{run}");

    public string Name => "IRC";

    public bool IsPolled => false;

    // Who comes first makes the channel.
    public int Openers => 1;

    public int AtOnce => atOnce;

    public Dialogue Client(int number) => new IrcDialogue($"b{run}{number}", channel);

    // Nobody is sent what they said themselves.
    public int Audience(int number) => clients - 1;

    private sealed class IrcDialogue(string name, byte[] channel) : Dialogue
    {
        public override void Begin(Turn turn) => turn.Write(Encoding.ASCII.GetBytes($"NICK {name}\r\nUSER bench 0 * :bench\r\n"));

        public override void Say(ReadOnlySpan<byte> text, Turn turn)
        {
            turn.Write("PRIVMSG "u8);
            turn.Write(channel);
            turn.Write(" :"u8);
            turn.Write(text);
            turn.Write("\r\n"u8);
            turn.Acknowledge();
        }

        public override int Take(ReadOnlySpan<byte> bytes, Turn turn)
        {
            var done = 0;
            for (int end; (end = bytes[done..].IndexOf((byte)'\n')) >= 0; done += end + 1) Understand(bytes.Slice(done, end), turn);
            return done;
        }

        // [":" who " "] command " " …: a number of three digits is an answer.
        private void Understand(ReadOnlySpan<byte> line, Turn turn)
        {
            var command = line.StartsWith(":"u8) ? line[(line.IndexOf((byte)' ') + 1)..] : line;
            if (command.StartsWith("PRIVMSG "u8)) turn.Deliver(command, more: false);
            else if (command.StartsWith("PING "u8))
            {
                turn.Write("PONG "u8);
                turn.Write(command[5..].TrimEnd((byte)'\r'));
                turn.Write("\r\n"u8);
            }
            else if (command.StartsWith("001 "u8))
            {
                turn.Write("JOIN "u8);
                turn.Write(channel);
                turn.Write("\r\n"u8);
            }
            // The end of the list of who is there, which comes once one has joined.
            else if (command.StartsWith("366 "u8)) turn.Enter();
            else if (command.StartsWith("ERROR "u8) || IsRefusal(command)) turn.Fail($"the server said: {Encoding.UTF8.GetString(line[..Math.Min(line.Length, 200)]).Trim()}");
        }

        // 400 to 599; that there is no message of the day (422) refuses nothing.
        private static bool IsRefusal(ReadOnlySpan<byte> command) =>
            command.Length > 3 && command[0] is (byte)'4' or (byte)'5' && char.IsAsciiDigit((char)command[1]) && command[3] == ' ' && !command.StartsWith("422 "u8);
    }
}
