using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Snug.Protocol;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Line;

/// <summary>One line client from connecting to leaving: takes its requests and answers each, in order.</summary>
internal sealed class LineVisit(ConnectionContext connection, LineTalk talk, LineDoor door, TimeProvider time)
{
    private readonly PipeReader input = connection.Transport.Input;
    private readonly PipeWriter output = connection.Transport.Output;
    // Of somebody whom a proxy speaks for nothing is known until it says it.
    private IPAddress? address = door.IsProxy(connection) ? null : (connection.RemoteEndPoint as IPEndPoint)?.Address;
    private bool mayIntroduce = door.IsProxy(connection);
    private Session? session;
    private long lastHeard = time.GetTimestamp();
    private volatile bool finishing;

    /// <summary>Who it is, once it has said so.</summary>
    public UserName? Name => session?.Person.User.Name;

    public async Task RunAsync()
    {
        var stays = true;
        while (stays)
        {
            // Not cancelled when the peer closes: one that says all it has to say and half-closes still gets its answers.
            var read = await input.ReadAsync();
            Volatile.Write(ref lastHeard, time.GetTimestamp());

            var rest = read.Buffer;
            while (stays)
            {
                var frame = LineFraming.TryTake(ref rest, out var line);
                if (frame == LineFrame.Partial) break;
                stays = frame == LineFrame.Whole ? await AnswerAsync(line) : Refuse(TooLong);
                if (output.UnflushedBytes > Limits.WriteBuffer) stays &= await FlushAsync();
                if (Fairness.IsDue()) await Task.Yield();
            }
            input.AdvanceTo(rest.Start, rest.End);

            stays &= await FlushAsync() && !read.IsCompleted && !finishing;
        }
    }

    /// <summary>Answers what has come, then ends: the server is stopping.</summary>
    public void FinishSoon()
    {
        finishing = true;
        input.CancelPendingRead();
    }

    /// <summary>Ends the connection of a client that has asked nothing, or left its answers unread, for too long.</summary>
    public void EndIfSilent(long now)
    {
        if (time.GetElapsedTime(Volatile.Read(ref lastHeard), now) >= Limits.LineIdle)
            connection.Abort(new ConnectionAbortedException("it was silent for too long"));
    }

    public void Leave()
    {
        if (session is { } left) talk.Leave(left);
        session = null;
    }

    private static readonly string TooLong = $"a line may have at most {LineProtocol.MaxRequestBytes} bytes";

    // False when the client has to go.
    private ValueTask<bool> AnswerAsync(ReadOnlySequence<byte> line)
    {
        var bytes = line.IsSingleSegment ? line.FirstSpan : line.ToArray();
        if (session is null) return ComeInAsync(Encoding.UTF8.GetString(bytes));
        if (session.HasEnded) return new(Refuse("you were asked to leave"));

        var request = LineRequest.Parse(bytes);
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
        LineReplies.WriteWelcome(output, session.Person.User.Name);
        return true;
    }

    private async ValueTask<bool> GiveMessagesAsync(Session reader)
    {
        output.Write(LineProtocol.MessagesReply);
        var upTo = talk.BeginReading();
        while (await talk.ReadAsync(reader, upTo, output))
        {
            if (!await FlushAsync()) return false;
        }
        output.Write("\n"u8);
        return true;
    }

    // In slices, so that no more than one of them waits for a client that does not read.
    private async ValueTask<bool> GiveUsersAsync()
    {
        for (var rest = door.UsersReply(); ; rest = rest[Limits.WriteBuffer..])
        {
            if (rest.Length <= Limits.WriteBuffer)
            {
                output.Write(rest.Span);
                return true;
            }
            output.Write(rest.Span[..Limits.WriteBuffer]);
            if (!await FlushAsync()) return false;
        }
    }

    private async ValueTask<bool> ConfirmAsync(ValueTask<Refusal?> saying)
    {
        if (await saying is { } refusal) LineReplies.WriteError(output, refusal.Reason);
        else LineReplies.WriteOk(output);
        return true;
    }

    private bool Refuse(string reason)
    {
        // Whoever reads this may come in again at once.
        Leave();
        LineReplies.WriteError(output, reason);
        return false;
    }

    private async ValueTask<bool> FlushAsync()
    {
        var flushed = await output.FlushAsync();
        return !flushed.IsCompleted;
    }
}
