namespace Snug.Protocol;

/// <summary>What a request line asks for.</summary>
public enum LineCommand
{
    /// <summary>Not a request of the protocol: whoever sends it has left.</summary>
    Unknown,
    Get,
    Users,
    Put,
}

/// <summary>One request line after the name, taken apart. Holds no copy: it lives as long as the bytes it was read from.</summary>
public readonly ref struct LineRequest
{
    private LineRequest(LineCommand command, ReadOnlySpan<byte> text)
    {
        Command = command;
        Text = text;
    }

    public LineCommand Command { get; }

    /// <summary>What to say, of a <see cref="LineCommand.Put"/>: the bytes behind <c>PUT:</c> and at most one space.</summary>
    public ReadOnlySpan<byte> Text { get; }

    /// <summary>Reads a line without its line end. Commands are taken to the letter: upper case, nothing behind GET and USERS.</summary>
    public static LineRequest Parse(ReadOnlySpan<byte> line)
    {
        if (line.SequenceEqual(LineProtocol.Get)) return new(LineCommand.Get, default);
        if (line.SequenceEqual(LineProtocol.Users)) return new(LineCommand.Users, default);
        if (!line.StartsWith(LineProtocol.Put)) return new(LineCommand.Unknown, default);

        var text = line[LineProtocol.Put.Length..];
        return new(LineCommand.Put, text.StartsWith(" "u8) ? text[1..] : text);
    }
}
