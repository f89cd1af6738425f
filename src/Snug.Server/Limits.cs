using Snug.Protocol;

namespace Snug.Server;

/// <summary>Every bound of the server in one place, each with its reason.</summary>
internal static class Limits
{
    /// <summary>Posts that wait for the log's writer. At 100,000 commits a second this is a tenth of a second of work.</summary>
    public const int LogQueue = 10_000;

    /// <summary>Posts in one transaction: large enough that the fsync costs nothing each, small enough to commit in milliseconds.</summary>
    public const int LogBatch = 1_000;

    /// <summary>Events of a room kept in memory. A reader that polls each second finds everything here; a slower one asks the store.</summary>
    public const int RecentEvents = 1_000;

    /// <summary>Bytes of a room's events kept in memory: what 1,000 events of common length take, however long they are.</summary>
    public const int RecentBytes = 512 * 1024;

    /// <summary>Events read from the store at once: some 50 KB, a millisecond of reading.</summary>
    public const int StorePage = 500;

    /// <summary>Readings of the store under way at once; further ones wait their turn, so that a crowd far behind slows no one else.</summary>
    public const int StoreReaders = 4;

    /// <summary>Connections to each door. Tens of thousands were measured on two cores; beyond, file descriptors run out first.</summary>
    public const int Connections = 50_000;

    /// <summary>Connections that wait to be accepted: Linux caps it at 4,096 unless told otherwise.</summary>
    public const int Backlog = 4_096;

    /// <summary>Bytes read from a connection before its requests are answered: the longest line and some more.</summary>
    public const int ReadBuffer = 2 * LineProtocol.MaxRequestBytes;

    /// <summary>Bytes of answers gathered before they are written: what a socket takes at once, so pipelining stays cheap and bounded.</summary>
    public const int WriteBuffer = 64 * 1024;

    /// <summary>The longest a line client may be silent, or leave its answers unread: the contract of the protocol.</summary>
    public static readonly TimeSpan LineIdle = TimeSpan.FromMinutes(5);

    /// <summary>How often silence is looked for, and so how late it may be noticed.</summary>
    public static readonly TimeSpan LineIdleCheck = TimeSpan.FromSeconds(5);

    /// <summary>Seconds of silence before the system asks whether a peer still lives, seconds between questions, and how many.</summary>
    public const int KeepAliveAfter = 15, KeepAliveEvery = 5, KeepAliveTries = 3;

    /// <summary>The longest that stopping waits for requests in hand.</summary>
    public static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(5);

    /// <summary>The most that <c>--line-limit</c> may be, in code points: four bytes each must fit into one line.</summary>
    public const int LargestLineLimit = 2_000;

    /// <summary>A database up to this many bytes is checked whole on start (a quarter of a second); a larger one where it is read.</summary>
    public const long CheckedOnStart = 64L * 1024 * 1024;

    /// <summary>The longest that a peer may take for its TLS handshake: a phone on a bad network needs a few seconds.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    /// <summary>How often the certificate's files are read again: a few kilobytes, and nobody waits for a renewal.</summary>
    public static readonly TimeSpan CertificateCheck = TimeSpan.FromMinutes(1);

    /// <summary>Bytes of a certificate's file: a long chain has some 20 KB, so more is a wrong file.</summary>
    public const long CertificateBytes = 256 * 1024;

    /// <summary>Addresses in a self-signed certificate: more than machines have, and each handshake carries them.</summary>
    public const int CertificateAddresses = 64;

    /// <summary>How long a self-signed certificate lasts: browsers take none that lasts longer than 398 days.</summary>
    public static readonly TimeSpan SelfSignedLife = TimeSpan.FromDays(397);

    /// <summary>How long before its end a self-signed certificate is replaced, so that people meet the new one before the old one is refused.</summary>
    public static readonly TimeSpan SelfSignedRenewal = TimeSpan.FromDays(30);
}
