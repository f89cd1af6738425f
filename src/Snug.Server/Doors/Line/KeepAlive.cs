using System.Net.Sockets;

namespace Snug.Server.Doors.Line;

/// <summary>
/// Lets the system notice peers that vanished without a word (a pulled cable, a dead battery), so that their names are free
/// in half a minute instead of after the idle limit.
/// </summary>
internal static class KeepAlive
{
    /// <exception cref="SocketException">The peer has gone already.</exception>
    public static void Enable(Socket socket)
    {
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, Limits.KeepAliveAfter);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, Limits.KeepAliveEvery);
        socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Limits.KeepAliveTries);
    }
}
