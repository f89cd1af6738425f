using System.Text;

namespace Snug.Load.Protocols.Http;

/// <summary>A client of an HTTP/1.1 server on one connection that is kept: takes answers apart, whole or, where they may be long, as they come.</summary>
internal abstract class HttpDialogue : Dialogue
{
    // Of a long answer the end has to be seen in one piece: it has the cursor.
    private const int Ending = 128;

    private int left, length;

    public sealed override int Take(ReadOnlySpan<byte> bytes, Turn turn)
    {
        var done = 0;
        try
        {
            while (done < bytes.Length && TakeOne(bytes[done..], turn) is > 0 and var taken) done += taken;
        }
        catch (FormatException strange)
        {
            turn.Fail($"the server is not understood: {strange.Message}");
        }
        return done;
    }

    /// <summary>An answer has come whole.</summary>
    protected abstract void Understand(int status, ReadOnlySpan<byte> body, Turn turn);

    /// <summary>Whether an answer of this status is long, and looked at as it comes.</summary>
    protected virtual bool IsLong(int status) => false;

    /// <summary>A long answer has come.</summary>
    /// <param name="ending">Its last bytes.</param>
    /// <param name="whole">How many bytes it had.</param>
    protected virtual void EndLong(ReadOnlySpan<byte> ending, int whole, Turn turn)
    {
    }

    /// <summary>What stands in quotes behind the field's name.</summary>
    /// <exception cref="FormatException">There is no such field.</exception>
    protected static ReadOnlySpan<byte> Field(ReadOnlySpan<byte> json, ReadOnlySpan<byte> opening, ReadOnlySpan<byte> closing)
    {
        var at = json.LastIndexOf(opening);
        var value = at < 0 ? default : json[(at + opening.Length)..];
        var end = value.IndexOfAny(closing);
        return end < 0 ? throw new FormatException($"its answer has no {Encoding.ASCII.GetString(opening)}") : value[..end];
    }

    /// <summary>What a refusal says, for a person.</summary>
    protected static string Describe(int status, ReadOnlySpan<byte> body)
    {
        var at = body.IndexOf("\"detail\":\""u8);
        var detail = at < 0 ? default : body[(at + "\"detail\":\"".Length)..];
        var end = detail.IndexOf((byte)'"');
        return end < 0 ? $"the server answered {status}" : $"the server answered {status}: {Encoding.UTF8.GetString(detail[..end])}";
    }

    // 0 while it takes more bytes.
    private int TakeOne(ReadOnlySpan<byte> bytes, Turn turn)
    {
        if (left > 0) return TakeLong(bytes, turn);
        if (!HttpHead.TryRead(bytes, out var head)) return 0;
        if (IsLong(head.Status))
        {
            left = length = head.Body is > 0 ? head.Body.Value : throw new FormatException("it answers a poll with nothing, or in chunks");
            return head.Length;
        }
        if (!head.TryReadBody(bytes[head.Length..], out var body, out var taken)) return 0;
        Understand(head.Status, body, turn);
        return head.Length + taken;
    }

    private int TakeLong(ReadOnlySpan<byte> bytes, Turn turn)
    {
        var isWhole = bytes.Length >= left;
        var taken = isWhole
            ? turn.Deliver(bytes[..left], more: false)
            : turn.Deliver(bytes[..Math.Max(0, bytes.Length - Ending)], more: true);
        if (isWhole) EndLong(bytes[..left], length, turn);
        left -= taken;
        return taken;
    }
}
