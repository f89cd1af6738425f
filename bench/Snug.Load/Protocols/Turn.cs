using System.Buffers.Text;
using Snug.Load.Counting;
using Snug.Load.Sockets;

namespace Snug.Load.Protocols;

/// <summary>One connection's turn: what its dialogue writes, and what it reports. One object serves all connections, one after the other.</summary>
/// <param name="marks">The messages.</param>
/// <param name="tally">Where it is counted.</param>
/// <param name="protocol">How it is spoken.</param>
/// <param name="isHeard">Anybody asks for messages, so that they are owed.</param>
internal sealed class Turn(Marks marks, Tally tally, IProtocol protocol, bool isHeard = true)
{
    private readonly byte[] written = new byte[Backlog.Most];
    private int length;

    public Connection Connection { get; private set; } = null!;

    /// <summary>When what is being taken apart has come.</summary>
    public long Now { get; private set; }

    /// <summary>Why the connection is of no use any more; null while it is.</summary>
    public string? Failure { get; private set; }

    /// <summary>The dialogue has just come in.</summary>
    public bool HasEntered { get; private set; }

    /// <summary>The message under way has just been acknowledged or refused.</summary>
    public bool HasSaid { get; private set; }

    /// <summary>It was refused.</summary>
    public bool IsRefused { get; private set; }

    public ReadOnlySpan<byte> Written => written.AsSpan(0, length);

    public Turn Of(Connection connection, long now)
    {
        (Connection, Now, Failure, HasEntered, HasSaid, IsRefused, length) = (connection, now, null, false, false, false, 0);
        return this;
    }

    /// <summary>Bytes for the server. What is written in one turn goes out together.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.TryCopyTo(written.AsSpan(length))) length += bytes.Length;
        else Failure = "too much to say at once";
    }

    public void Write(long number)
    {
        if (Utf8Formatter.TryFormat(number, written.AsSpan(length), out var count)) length += count;
        else Failure = "too much to say at once";
    }

    /// <summary>It has come in.</summary>
    public void Enter() => HasEntered = true;

    /// <summary>It cannot go on, and is counted as lost.</summary>
    /// <param name="why">May have in it what the server said, which comes to a terminal: signs that would steer that are left out.</param>
    public void Fail(string why) => Failure = string.Concat(why.Where(sign => !char.IsControl(sign)));

    /// <summary>A poll's answer has come whole.</summary>
    public void Answer()
    {
        tally.AnswerPoll(Connection.AskedAt, Now);
        Connection.AskedAt = 0;
    }

    /// <summary>The server has the message under way.</summary>
    public void Acknowledge()
    {
        if (Connection.Saying < 0) return;
        tally.Acknowledge(Connection.Saying, Now, isHeard ? protocol.Audience(Connection.Client) : 0);
        (Connection.Saying, HasSaid) = (-1, true);
    }

    /// <summary>The server does not want the message under way.</summary>
    public void Refuse()
    {
        if (Connection.Saying < 0) return;
        tally.Refuse(Connection.Saying);
        (Connection.Saying, HasSaid, IsRefused) = (-1, true, true);
    }

    /// <summary>Finds the messages in what has come.</summary>
    /// <param name="bytes">Messages, in whatever the protocol puts around them.</param>
    /// <param name="more">More may come right behind: what could be the beginning of a message's mark is left.</param>
    /// <returns>How many bytes are done with; all, where nothing more comes.</returns>
    public int Deliver(ReadOnlySpan<byte> bytes, bool more)
    {
        var done = 0;
        while (marks.Find(bytes[done..], out var end) is >= 0 and var number)
        {
            done += end;
            tally.Deliver(number, Now);
        }
        return more ? Math.Max(done, bytes.Length - Marks.Length + 1) : bytes.Length;
    }
}
