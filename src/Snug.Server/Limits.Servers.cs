namespace Snug.Server;

/// <content>Where several servers are one chat.</content>
internal static partial class Limits
{
    /// <summary>How long a change waits for a database that is away before it is refused: a failover takes a few seconds.</summary>
    public static readonly TimeSpan DatabaseWait = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long somebody waits for a change at most, whatever holds up the log's writer: a network that is silent, a commit that
    /// waits for its standby. Longer than <see cref="DatabaseWait"/>, shorter than clients and proxies wait for an answer.
    /// </summary>
    public static readonly TimeSpan LongestWrite = TimeSpan.FromSeconds(8);

    /// <summary>The pause between two tries at a database that is away.</summary>
    public static readonly TimeSpan DatabaseRetry = TimeSpan.FromMilliseconds(100);

    /// <summary>How long making a connection to PostgreSQL may take, and a statement there.</summary>
    public static readonly TimeSpan DatabaseConnect = TimeSpan.FromSeconds(3), DatabaseCommand = TimeSpan.FromSeconds(10);

    /// <summary>How long a server counts as alive after the database heard of it, and how often it says so: names of people who were here by a dead one are free then.</summary>
    public static readonly TimeSpan ServerLease = TimeSpan.FromSeconds(10), LeaseRenewal = TimeSpan.FromSeconds(1);

    /// <summary>How long changes that servers tell each other are kept: a server that is away for longer has long been taken for dead.</summary>
    public static readonly TimeSpan JournalKept = TimeSpan.FromMinutes(10);

    /// <summary>Ids of the log that a server takes in at once when it is behind.</summary>
    public const int NewsPage = 2_000;

    /// <summary>How long a server lets news gather before it reads them: under load one reading takes in many.</summary>
    public static readonly TimeSpan NewsLinger = TimeSpan.FromMilliseconds(1);

    /// <summary>How often a server tells the others who has come and gone by it.</summary>
    public static readonly TimeSpan ShowPresence = TimeSpan.FromMilliseconds(500);

    /// <summary>Bytes of a content in one row of the database: each is stored by a statement of a few milliseconds. What is stored is cut so for good.</summary>
    public const int ContentPart = 256 * 1024;

    /// <summary>Contents on their way between a server and the database at once: each takes a connection, and a part in memory.</summary>
    public const int ContentTransfers = 4;

    /// <summary>Times that a content is brought or fetched which goes meanwhile: the sweeper comes by once an hour.</summary>
    public const int ContentTries = 5;

    /// <summary>Parts taken out of the database in one transaction, which all that is said waits for: some 5 ms.</summary>
    public const int PartsDroppedAtOnce = 16;

    /// <summary>Bytes of contents from the database that a server keeps in its folder: the pictures of a busy week, and what a small machine's /tmp has room for.</summary>
    public const long CachedContents = 1024L * 1024 * 1024;

    /// <summary>How old a temporary folder is that nobody holds when it is taken for abandoned: one that is just being made is not held yet.</summary>
    public static readonly TimeSpan TemporaryAge = TimeSpan.FromMinutes(1);

    /// <summary>How long a server goes by a reading of what all files take: the reading looks at every upload.</summary>
    public static readonly TimeSpan SpaceKnown = TimeSpan.FromSeconds(5);
}
