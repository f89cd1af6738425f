using System.Buffers;
using System.Net;
using System.Text;
using Snug.Protocol;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Line;

/// <summary>One line client from connecting to leaving: takes its requests and answers each, in order.</summary>
internal sealed class LineVisit(LinePeer peer, LineTalk talk, LineDoor door, TimeProvider time)
{
    private readonly LineInput input = new();
    private readonly LineAnswers answers = new();
    // Of somebody whom a proxy speaks for nothing is known until it says it.
    private IPAddress? address = door.IsProxy(peer) ? null : peer.EndPoint?.Address;
    private bool mayIntroduce = door.IsProxy(peer);
    private Session? session;
    private long lastHeard = time.GetTimestamp();
    private int answeredInARow;
    private volatile bool finishing;
    private volatile string? whyEnded;

    /// <summary>Who it is, once it has said so.</summary>
    public UserName? Name => session?.Person.User.Name;

    /// <summary>Why the server has ended it, where it has.</summary>
    public string? WhyEnded => whyEnded;

    /// <summary>Completes when the connection has ended.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    /// <summary>Waits for something to answer. All that a silent client costs is held while this waits.</summary>
    public ValueTask<int> WaitAsync()
    {
        var waiting = peer.WaitAsync();
        // Others have had the thread meanwhile.
        if (!waiting.IsCompleted) answeredInARow = 0;
        return waiting;
    }

    /// <summary>Answers what has come.</summary>
    /// <returns>False when the connection is over.</returns>
    public async ValueTask<bool> AnswerAsync()
    {
        var room = input.MakeRoom();
        var received = await peer.ReceiveAsync(room);
        Volatile.Write(ref lastHeard, time.GetTimestamp());
        input.Add(received);

        var stays = true;
        // Of one who was let go thousands of requests may be left, whose answers nobody would get.
        while (stays && whyEnded is null)
        {
            var frame = input.TryTake(out var line);
            if (frame == LineFrame.Partial) break;

            var answering = frame == LineFrame.Whole ? AnswerAsync(line) : new(Refuse(TooLong));
            if (!answering.IsCompleted) input.Shrink();
            stays = await answering;
            if (answers.Length > Limits.WriteBuffer) await FlushAsync();
            if (Fairness.IsDue(ref answeredInARow)) await Task.Yield();
        }
        input.Shrink();
        await FlushAsync();

        // One that says all it has to say and half-closes has got its answers now. Where the room was full there may be more.
        return stays && received > 0 && (!finishing || received == room.Length);
    }

    /// <summary>From any thread: answers what has come, then ends: the server is stopping.</summary>
    public void FinishSoon()
    {
        finishing = true;
        peer.EndReceiving();
    }

    /// <summary>From any thread: ends the connection of a client that has asked nothing, or left its answers unread, for too long.</summary>
    public void EndIfSilent(long now)
    {
        if (time.GetElapsedTime(Volatile.Read(ref lastHeard), now) >= Limits.LineIdle) End("it was silent for too long");
    }

    /// <summary>From any thread: ends the connection at once.</summary>
    public void End(string reason)
    {
        whyEnded = reason;
        peer.Abort();
    }

    public void Leave()
    {
        if (session is { } left) talk.Leave(left);
        session = null;
    }

    /// <summary>When it is over: gives back what it has borrowed.</summary>
    public void GiveBack()
    {
        input.Clear();
        answers.Clear();
    }

    private static readonly string TooLong = $"a line may have at most {LineProtocol.MaxRequestBytes} bytes";

    // False when the client has to go.
    private ValueTask<bool> AnswerAsync(ReadOnlySpan<byte> line)
    {
        if (session is null) return ComeInAsync(Encoding.UTF8.GetString(line));
        if (session.HasEnded) return new(Refuse("you were asked to leave"));

        var request = LineRequest.Parse(line);
        return request.Command switch
        {
            LineCommand.Get => GiveMessagesAsync(session),
            LineCommand.Users => GiveUsersAsync(),
            LineCommand.Put => ConfirmAsync(talk.SayAsync(session, request.Text)),
            _ => new(Refuse("not a request: say GET, USERS or PUT: text")),
        };
    }

    private async ValueTask<bool> ComeInAsync(string name)
    {
        var isFirst = mayIntroduce;
        mayIntroduce = false;
        if (isFirst && ProxyLine.TryParse(name, out address)) return true;

        var entered = await talk.EnterAsync(name, address);
        if (!entered.IsGranted) return Refuse(entered.Refusal.Reason);

        session = entered.Value;
        LineReplies.WriteWelcome(answers, session.Person.User.Name);
        return true;
    }

    private async ValueTask<bool> GiveMessagesAsync(Session reader)
    {
        answers.Write(LineProtocol.MessagesReply);
        var upTo = talk.BeginReading();
        while (await talk.ReadAsync(reader, upTo, answers)) await FlushAsync();
        answers.Write("\n"u8);
        return true;
    }

    // In slices, so that no more than one of them waits for a client that does not read.
    private async ValueTask<bool> GiveUsersAsync()
    {
        var rest = door.UsersReply();
        for (; rest.Length > Limits.WriteBuffer; rest = rest[Limits.WriteBuffer..])
        {
            answers.Write(rest.Span[..Limits.WriteBuffer]);
            await FlushAsync();
        }
        answers.Write(rest.Span);
        return true;
    }

    private async ValueTask<bool> ConfirmAsync(ValueTask<Refusal?> saying)
    {
        if (await saying is { } refusal) LineReplies.WriteError(answers, refusal.Reason);
        else LineReplies.WriteOk(answers);
        return true;
    }

    private bool Refuse(string reason)
    {
        // Whoever reads this may come in again at once.
        Leave();
        LineReplies.WriteError(answers, reason);
        return false;
    }

    private async ValueTask FlushAsync()
    {
        if (answers.Length == 0) return;

        answers.Drop(peer.SendNow(answers.Written.Span));
        if (answers.Length == 0) return;

        await peer.SendAsync(answers.Written);
        answers.Clear();
    }
}
