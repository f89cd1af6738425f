using Snug.Load.Protocols;

namespace Snug.Load.Sockets;

/// <summary>One connection of a client, and where it stands.</summary>
/// <param name="key">By which the poller knows it.</param>
/// <param name="client">The number of the client whose it is, from 0.</param>
/// <param name="dialogue">What it says and understands.</param>
internal sealed class Connection(int key, int client, Dialogue dialogue)
{
    public const int Closed = -1;

    public int Key => key;

    public int Client => client;

    public Dialogue Dialogue => dialogue;

    /// <summary>The socket's file descriptor.</summary>
    public int Socket { get; set; } = Closed;

    /// <summary>It is not known yet whether there is anybody.</summary>
    public bool IsConnecting { get; set; }

    /// <summary>It has come in.</summary>
    public bool IsIn { get; set; }

    /// <summary>When the poll was sent whose answer has not come; 0 where there is none.</summary>
    public long AskedAt { get; set; }

    /// <summary>The number of the message whose acknowledgement has not come; -1 where there is none.</summary>
    public long Saying { get; set; } = -1;

    /// <summary>The beginning of an answer whose end has not come.</summary>
    public Backlog Unread;

    /// <summary>What the system did not take yet.</summary>
    public Backlog Unsent;

    public bool IsOpen => Socket != Closed;
}
