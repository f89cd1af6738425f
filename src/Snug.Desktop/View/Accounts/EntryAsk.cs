using Snug.Client;
using Snug.Desktop.Accounts;

namespace Snug.Desktop.View.Accounts;

/// <summary>How the entry begins.</summary>
/// <param name="Server">Where the chat is; null where the person is to say it.</param>
/// <param name="Name">The name they want, if they have said it.</param>
internal sealed record EntryAsk(Uri? Server, string Name = "")
{
    /// <summary>The address that stands there while the person is asked for one.</summary>
    public string Address { get; init; } = "http://127.0.0.1:8080";

    /// <summary>Whether a password is asked for at once.</summary>
    public PasswordWanted Password { get; init; }

    /// <summary>An invite code that they came with.</summary>
    public string? Invite { get; init; }

    /// <summary>Why the name was not let in without asking.</summary>
    public ChatException? Failure { get; init; }

    /// <summary>They were in, and have been put out.</summary>
    public bool WasPutOut { get; init; }
}
