using System.Buffers;
using System.Text;
using Snug.Protocol;

namespace Snug.Server.Doors.Line;

/// <summary>The reply lines of the protocol.</summary>
internal static class LineReplies
{
    public static void WriteOk(IBufferWriter<byte> output) => output.Write("OK\n"u8);

    public static void WriteWelcome(IBufferWriter<byte> output, UserName name) =>
        WriteText(output, $"OK Welcome to the lobby, {name.Value}. Say GET, USERS or PUT: text\n");

    public static void WriteError(IBufferWriter<byte> output, string reason) => WriteText(output, $"ERROR: {reason}\n");

    public static byte[] EncodeUsers(IReadOnlyList<UserName> names)
    {
        var line = new StringBuilder("USERS:");
        foreach (var name in names) line.Append(' ').Append(name.Value);
        return Encoding.UTF8.GetBytes(line.Append('\n').ToString());
    }

    private static void WriteText(IBufferWriter<byte> output, string line) => Encoding.UTF8.GetBytes(line, output);
}
