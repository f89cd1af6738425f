namespace Snug.Protocol;

/// <summary>
/// The words of the line protocol: UTF-8 lines ended by LF, one reply line for each request line (docs/line-protocol.md).
/// </summary>
/// <remarks><code>
/// request = name-line | "GET" | "USERS" | "PUT:" [" "] text      ; the first line of a connection is its name
/// reply   = "OK" [" " words] | "MSGS:" *(" &lt;" name "&gt;" text) | "USERS:" *(" " name) | "ERROR:" " " reason
/// </code></remarks>
public static class LineProtocol
{
    /// <summary>The TCP port a server listens on unless told otherwise.</summary>
    public const int DefaultPort = 5450;

    /// <summary>The most characters (Unicode code points) of a message, unless the server was told otherwise.</summary>
    public const int DefaultMessageLimit = 99;

    /// <summary>The longest line a server reads, in bytes, without its line end; a longer one ends the connection.</summary>
    public const int MaxRequestBytes = 8 * 1024;

    public static ReadOnlySpan<byte> Get => "GET"u8;
    public static ReadOnlySpan<byte> Users => "USERS"u8;
    public static ReadOnlySpan<byte> Put => "PUT:"u8;

    public static ReadOnlySpan<byte> MessagesReply => "MSGS:"u8;
}
