using Snug.Protocol;

namespace Snug.Server;

/// <summary>Every bound of the server in one place, each with its reason.</summary>
internal static partial class Limits
{
    /// <summary>Posts that wait for the log's writer. At 100,000 posts a second this is a tenth of a second of work.</summary>
    public const int LogQueue = 10_000;

    /// <summary>Posts in one transaction: large enough that the fsync costs nothing each, small enough to commit in milliseconds.</summary>
    public const int LogBatch = 1_000;

    /// <summary>Events of a room kept in memory. A reader that polls each second finds everything here; a slower one asks the store.</summary>
    public const int RecentEvents = 1_000;

    /// <summary>Bytes of a room's events kept in memory: what 1,000 events of common length take, however long they are.</summary>
    public const int RecentBytes = 1024 * 1024;

    /// <summary>How long a room keeps more than those, so that whoever polls each second also finds everything in memory where thousands of messages a second are said.</summary>
    public static readonly TimeSpan RecentFor = TimeSpan.FromSeconds(3);

    /// <summary>Bytes of a room's events kept in memory even then.</summary>
    public const int BusyBytes = 32 * 1024 * 1024;

    /// <summary>Events in one answer to a poll, and about the bytes of it: what a phone takes in without a pause.</summary>
    public const int PageEvents = 500, PageBytes = 256 * 1024;

    /// <summary>The longest a poll may wait, in seconds: shorter than what proxies commonly allow.</summary>
    public const int LongestWait = 50;

    /// <summary>How long somebody who has asked for something over HTTP counts as here: the contract of the API.</summary>
    public static readonly TimeSpan HereFor = TimeSpan.FromSeconds(10);

    /// <summary>Posts (and other changes) a session may make at once, and a second for long: nobody types or reads faster.</summary>
    public const int PostBurst = 500, PostsPerSecond = 50;

    /// <summary>Sessions and accounts tried from one address, at once and a second for long; this machine's own is not counted.</summary>
    public const int EntryBurst = 30;
    public const double EntriesPerSecond = 0.2;

    /// <summary>Posts from one address, at once and a second for long: a full class behind one router.</summary>
    public const int AddressPostBurst = 2_000, AddressPostsPerSecond = 200;

    /// <summary>Wrong passwords for one name from one address, at once and a second for long: a thousand guesses take a day.</summary>
    public const int PasswordBurst = 10;
    public const double PasswordsPerSecond = 0.01;

    /// <summary>Names and addresses whose tries are remembered.</summary>
    public const int RememberedTries = 10_000;

    /// <summary>Passwords hashed at once, and waiting for that: each takes a core for some tens of milliseconds, so the last waits a few seconds.</summary>
    public const int PasswordHashers = 1, PasswordQueue = 40;

    /// <summary>Times a user sets a password, at once and a second for long.</summary>
    public const int PasswordChangeBurst = 5;
    public const double PasswordChangesPerSecond = 0.02;

    /// <summary>Wrong passwords for one name from everywhere, at once and a second for long: its owner is locked out only by a whole crowd.</summary>
    public const int NameGuessBurst = 200;
    public const double NameGuessesPerSecond = 0.1;

    /// <summary>Rooms that one user opens, at once and a second for long: there is a bound to how many a chat has.</summary>
    public const int OpeningBurst = 250;
    public const double OpeningsPerSecond = 0.05;

    /// <summary>The shortest and longest password, in characters.</summary>
    public const int ShortestPassword = 8, LongestPassword = 200;

    /// <summary>Sessions that one user has: a few devices; the oldest ends when there are more.</summary>
    public const int SessionsPerUser = 20;

    /// <summary>How long nobody need come back to a session before it ends: a guest's after a holiday, a member's after half a year.</summary>
    public static readonly TimeSpan GuestSession = TimeSpan.FromDays(30), MemberSession = TimeSpan.FromDays(180);

    /// <summary>How often what sessions have read is saved.</summary>
    public static readonly TimeSpan SaveCursors = TimeSpan.FromSeconds(30);

    /// <summary>The most code points of a room's name and of its topic.</summary>
    public const int RoomName = 64, RoomTopic = 250;

    /// <summary>Rooms that one chat has besides direct ones: each takes some kilobytes of memory.</summary>
    public const int Rooms = 10_000;

    /// <summary>Rooms that one user is in: each is looked at on each poll that has news.</summary>
    public const int RoomsPerUser = 500;

    /// <summary>Direct rooms that one user is in, whoever opened them: each is looked at on each poll that has news.</summary>
    public const int DirectRoomsPerUser = 500;

    /// <summary>People in a direct room, the one who opens it included.</summary>
    public const int DirectPeople = 10;

    /// <summary>The longest nonce, in characters: room for any kind of unique id.</summary>
    public const int Nonce = 100;

    /// <summary>People one message can call by name, and emoji it can gather.</summary>
    public const int Mentions = 50, ReactionKinds = 50;

    /// <summary>Files one message carries.</summary>
    public const int Attachments = 10;

    /// <summary>Bytes of one file: a few minutes of sound, any picture, a short film.</summary>
    public const long UploadBytes = 32L * 1024 * 1024;

    /// <summary>Bytes of all the files one member has sent, and one guest: names of guests cost nothing, so a few must not fill the whole.</summary>
    public const long UploadBytesPerMember = 1024L * 1024 * 1024, UploadBytesPerGuest = 128L * 1024 * 1024;

    /// <summary>Files one user has sent: each takes a row and a file, however small.</summary>
    public const int UploadsPerUser = 10_000;

    /// <summary>Bytes of all files together, each content counted once: what a small disk spares.</summary>
    public const long UploadBytesInAll = 20L * 1024 * 1024 * 1024;

    /// <summary>Bytes of the disk that files never take: with no room left the chat could store no message.</summary>
    public const long DiskReserve = 256L * 1024 * 1024;

    /// <summary>Code points of a file's name: more than people write.</summary>
    public const int UploadName = 200;

    /// <summary>Bytes of a file looked at to tell what it is: the kinds of its tracks stand in the first kilobytes.</summary>
    public const int SniffedBytes = 4 * 1024;

    /// <summary>Files coming in at once from one user and in all: each holds an open file.</summary>
    public const int UploadsAtOnce = 6, UploadsAtOnceInAll = 128;

    /// <summary>Files going out at once to one user (two browsers open a dozen connections) and in all: each holds an open file.</summary>
    public const int DownloadsAtOnce = 16, DownloadsAtOnceInAll = 256;

    /// <summary>How long a file waits for its turn before it is refused.</summary>
    public static readonly TimeSpan TurnWait = TimeSpan.FromSeconds(10);

    /// <summary>The slowest that files may come and go, in bytes a second after a while of grace: nobody keeps others from their turn for days.</summary>
    public const double FileBytesPerSecond = 4 * 1024;
    public static readonly TimeSpan FileGrace = TimeSpan.FromSeconds(10);

    /// <summary>How long a file is kept that no message carries (yet, or any more): time to finish a draft.</summary>
    public static readonly TimeSpan UnusedUpload = TimeSpan.FromDays(1);

    /// <summary>How often unused files are looked for.</summary>
    public static readonly TimeSpan SweepUploads = TimeSpan.FromHours(1);

    /// <summary>Unused files dropped in one transaction: a few milliseconds of the log's writer.</summary>
    public const int SweptAtOnce = 200;

    /// <summary>Messages in one page of history.</summary>
    public const int HistoryPage = 200;

    /// <summary>Messages in one page of a search's finds.</summary>
    public const int SearchPage = 50;

    /// <summary>The longest text to search for, in code points.</summary>
    public const int SearchText = 100;

    /// <summary>Messages looked at for one page of finds, some 50 ms of reading; the next page goes on behind them.</summary>
    public const int SearchLooks = 20_000;

    /// <summary>
    /// Searches asked for at once by one user, and worked at in all: fewer of these than <see cref="StoreReaders"/>, so that
    /// they never keep others from reading.
    /// </summary>
    public const int SearchesAtOnce = 10, SearchesAtOnceInAll = 2;

    /// <summary>How often the search index takes in what is new. What it does not have yet, a search looks at itself.</summary>
    public static readonly TimeSpan FeedSearch = TimeSpan.FromSeconds(1);

    /// <summary>Events taken into the search index at once: under ten milliseconds, so that nobody who speaks meanwhile waits much longer.</summary>
    public const int SearchBatch = 128;

    /// <summary>Rows of one metric, by its labels: more would be a mistake, and have no end.</summary>
    public const int MetricRows = 200;

    /// <summary>How long an invite is good, at most.</summary>
    public static readonly TimeSpan LongestInvite = TimeSpan.FromDays(30);

    /// <summary>A request's first line and its headers, in bytes: a few times what a browser sends.</summary>
    public const int RequestLine = 8 * 1024, RequestHeaders = 16 * 1024;

    /// <summary>The longest a client may take to send its headers, and to ask again on a connection: longer than the longest poll.</summary>
    public static readonly TimeSpan HeadersTimeout = TimeSpan.FromSeconds(15), KeepAlive = TimeSpan.FromSeconds(120);

    /// <summary>A request's body, other than an upload's: the longest message with every character escaped (12 bytes), and some more.</summary>
    public const int RequestBody = 128 * 1024;

    /// <summary>Of a body that is too large, how much is read past so that its sender sees the answer: a second's worth, kept nowhere.</summary>
    public const int SkippedBody = 4 * 1024 * 1024;

    /// <summary>How often the log has a line of a store that fails what people ask for.</summary>
    public static readonly TimeSpan FaultTold = TimeSpan.FromSeconds(10);

    /// <summary>Events read from the store at once: some 50 KB, a millisecond of reading.</summary>
    public const int StorePage = 500;

    /// <summary>Events read from the store at once for a line client: of the longest, some megabytes.</summary>
    public const int LineRows = 100;

    /// <summary>Events read of each stream when many are far behind at once.</summary>
    public const int FewestRows = 10;

    /// <summary>Requests of one session worked at, besides its wait; further ones wait for their turn, so that a crowd of them is no crowd to others.</summary>
    public const int RequestsPerSession = 10;

    /// <summary>How many times as long as it worked the search index rests while people speak.</summary>
    public const int SearchRest = 5;

    /// <summary>Readings of the store under way at once; further ones wait their turn, so that a crowd far behind slows no one else.</summary>
    public const int StoreReaders = 4;

    /// <summary>Connections to both doors together, where the system allows that many open files.</summary>
    public const int Connections = 50_000;

    /// <summary>Open files kept back for the database, for uploads and for accepting those connections that are turned away.</summary>
    public const int ReservedFiles = 500;

    /// <summary>Requests a socket thread answers in a row: a millisecond of work. Moving on costs a fraction of it.</summary>
    public const int RequestsBeforeYield = 64;

    /// <summary>Connections that wait to be accepted: Linux caps it at 4,096 unless told otherwise.</summary>
    public const int Backlog = 4_096;

    /// <summary>Bytes read from a connection before its requests are answered: the longest line and some more.</summary>
    public const int ReadBuffer = 2 * LineProtocol.MaxRequestBytes;

    /// <summary>Bytes of answers gathered before they are written: what a socket takes at once, so pipelining stays cheap and bounded.</summary>
    public const int WriteBuffer = 64 * 1024;

    /// <summary>The longest that stopping waits for requests in hand.</summary>
    public static readonly TimeSpan Shutdown = TimeSpan.FromSeconds(5);

    /// <summary>The most that <c>--line-limit</c> may be, in code points: four bytes each must fit into one line.</summary>
    public const int LargestLineLimit = 2_000;

    /// <summary>The most that <c>--message-limit</c> may be, in code points: it has to fit a request's body.</summary>
    public const int LargestMessageLimit = 10_000;

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
