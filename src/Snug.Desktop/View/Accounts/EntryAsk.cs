using Snug.Client;
using Snug.Desktop.Accounts;

namespace Snug.Desktop.View.Accounts;

/// <summary>How the entry begins.</summary>
/// <param name="Server">The server as the person knows it, such as <c>chat.example.org</c>.</param>
/// <param name="Name">The name they want, if they have said it.</param>
internal sealed record EntryAsk(string Server, string Name = "")
{
    /// <summary>Whether a password is asked for at once.</summary>
    public PasswordWanted Password { get; init; }

    /// <summary>An invite code that they came with.</summary>
    public string? Invite { get; init; }

    /// <summary>Why the name was not let in without asking.</summary>
    public ChatException? Failure { get; init; }

    /// <summary>They were in, and have been put out.</summary>
    public bool WasPutOut { get; init; }
}
