namespace Snug.Server.Talk;

internal enum Access
{
    /// <summary>Anyone with a free name.</summary>
    Open,

    /// <summary>Members, and who has an invite.</summary>
    Invite,

    /// <summary>Members; an invite makes one of who gives a password with it.</summary>
    Accounts,
}

/// <summary>What the operator decided.</summary>
/// <param name="LineLimit">The most code points of a message over the line protocol.</param>
/// <param name="MessageLimit">The most code points of a message over HTTP.</param>
/// <param name="Access">Who may enter.</param>
internal sealed record ChatRules(int LineLimit, int MessageLimit, Access Access);
