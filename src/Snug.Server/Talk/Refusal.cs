using System.Globalization;

namespace Snug.Server.Talk;

internal enum RefusalKind
{
    Invalid,
    WrongMethod,
    NoSession,
    Forbidden,
    Missing,
    Taken,
    TooLarge,
    TooFast,
    Unavailable,

    /// <summary>A bug of ours.</summary>
    Internal,
}

/// <summary>Why the chat says no. The code is for programs and never changes, the reason is for people.</summary>
internal sealed record Refusal(RefusalKind Kind, string Code, string Reason)
{
    /// <summary>When it is worth trying again; null where it is not a matter of time.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static readonly Refusal InvalidName = new(RefusalKind.Invalid, "invalid-name",
        "not a name: a name has 1 to 32 letters, digits, _, - and ., and begins with a letter or a digit");

    public static readonly Refusal EmptyText = new(RefusalKind.Invalid, "empty-text", "the message is empty");

    public static readonly Refusal NotText = new(RefusalKind.Invalid, "not-text", "the message is not UTF-8 text");

    public static readonly Refusal InvalidCursor = new(RefusalKind.Invalid, "invalid-cursor",
        "not a cursor of this chat: read what is there and go on without one");

    public static readonly Refusal NoSession = new(RefusalKind.NoSession, "no-session", "come in first: POST /api/session");

    public static readonly Refusal WrongPassword = new(RefusalKind.NoSession, "wrong-password", "the password is wrong");

    public static readonly Refusal InviteNeeded = new(RefusalKind.Forbidden, "invite-needed", "an invite is needed to come in, and this is none or has expired");

    public static readonly Refusal AccountNeeded = new(RefusalKind.Forbidden, "account-needed", "this chat is for people with an account");

    public static readonly Refusal Banned = new(RefusalKind.Forbidden, "banned", "you may not come in");

    public static readonly Refusal WrongMethod = new(RefusalKind.WrongMethod, "wrong-method", "this address does not take that method");

    public static readonly Refusal CrossSite = new(RefusalKind.Forbidden, "cross-site", "a page of another site may not ask for this");

    public static readonly Refusal NotFound = new(RefusalKind.Missing, "not-found", "there is no such thing here");

    public static readonly Refusal NoPage = new(RefusalKind.Missing, "no-page", "this server was built without its page; what it can do over HTTP is at /openapi/v1.json");

    public static readonly Refusal NotJoined = new(RefusalKind.Forbidden, "not-joined", "join the room first");

    public static readonly Refusal NotAllowed = new(RefusalKind.Forbidden, "not-allowed", "you may not do that");

    public static readonly Refusal Archived = new(RefusalKind.Forbidden, "archived", "the room is archived");

    public static readonly Refusal Busy = Later(RefusalKind.TooFast, "busy", "too much is waiting to be stored; try again", TimeSpan.FromSeconds(1));

    public static readonly Refusal MessageDeleted = new(RefusalKind.Missing, "message-deleted", "this message was posted, and has been deleted since");

    public static readonly Refusal Unavailable = Later(RefusalKind.Unavailable, "unavailable", "the store does not answer as it should; try again later", TimeSpan.FromSeconds(5));

    public static readonly Refusal Internal = new(RefusalKind.Internal, "internal", "something went wrong here; it has been logged");

    public static Refusal Invalid(string code, string reason) => new(RefusalKind.Invalid, code, reason);

    public static Refusal NameTaken(string name) => new(RefusalKind.Taken, "name-taken", $"the name {name} is taken");

    public static Refusal NoSuchUser(string name) => new(RefusalKind.Missing, "no-such-user", $"nobody here is called {name}");

    public static Refusal TextTooLong(int length, int limit) =>
        Invalid("text-too-long", string.Create(CultureInfo.InvariantCulture, $"the message has {length} characters, and at most {limit} are allowed"));

    public static Refusal TooLarge(string reason) => new(RefusalKind.TooLarge, "too-large", reason);

    public static readonly Refusal NoSpace = new(RefusalKind.TooLarge, "no-space", "there is no room left for files, here or for yours");

    public static readonly Refusal TooManyFiles = Later(RefusalKind.TooFast, "too-many-files", "too many of your files are on their way; try again", TimeSpan.FromSeconds(1));

    public static readonly Refusal TooManySearches = Later(RefusalKind.TooFast, "too-many-searches", "your other searches are under way; try again", TimeSpan.FromSeconds(1));

    public static Refusal TooFast(TimeSpan retryAfter) => Later(RefusalKind.TooFast, "too-fast", "too fast: slow down", retryAfter);

    private static Refusal Later(RefusalKind kind, string code, string reason, TimeSpan retryAfter) =>
        new(kind, code, reason) { RetryAfter = retryAfter };
}
