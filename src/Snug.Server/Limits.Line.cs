namespace Snug.Server;

/// <content>The line door.</content>
internal static partial class Limits
{
    /// <summary>Bytes of room for answers to begin with: many short ones, or some messages.</summary>
    public const int FirstAnswers = 4 * 1024;

    /// <summary>What a line client has sent and nobody will answer is read past before its connection is closed, so many times <see cref="ReadBuffer"/>.</summary>
    public const int PassedOver = 4;

    /// <summary>How long accepting rests when the system has no room for another connection.</summary>
    public static readonly TimeSpan AcceptPause = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest a line client may be silent, or leave its answers unread: the contract of the protocol.</summary>
    public static readonly TimeSpan LineIdle = TimeSpan.FromMinutes(5);

    /// <summary>How often silence is looked for, and so how late it may be noticed.</summary>
    public static readonly TimeSpan LineIdleCheck = TimeSpan.FromSeconds(5);

    /// <summary>Seconds of silence before the system asks whether a peer still lives, seconds between questions, and how many.</summary>
    public const int KeepAliveAfter = 15, KeepAliveEvery = 5, KeepAliveTries = 3;
}
