using Snug.Client;

namespace Snug.Desktop.Accounts;

/// <summary>Which password the entry asks for, if any.</summary>
internal enum PasswordWanted { No, Own, New }

/// <summary>A field of the entry.</summary>
internal enum EntryField { None, Name, Password, Invite }

/// <summary>What the server's no means for who wants to come in.</summary>
/// <param name="Password">The password to ask for now.</param>
/// <param name="Invite">Whether an invite code is asked for.</param>
/// <param name="Wrong">The field that the words are about.</param>
/// <param name="Next">The field in which it goes on.</param>
/// <param name="Words">What is wrong, in the person's language.</param>
/// <param name="Wait">How long asking again is in vain.</param>
internal sealed record EntryAnswer(
    PasswordWanted Password, bool Invite, EntryField Wrong, EntryField Next, string Words, TimeSpan Wait)
{
    /// <param name="failure">Why nobody was let in.</param>
    /// <param name="given">What was tried.</param>
    /// <param name="password">The password that was asked for so far.</param>
    /// <param name="invite">Whether an invite code was asked for so far.</param>
    /// <param name="texts">The person's language.</param>
    public static EntryAnswer To(ChatException failure, Entrance given, PasswordWanted password, bool invite, Texts texts)
    {
        if (failure is not RefusedException no)
            return new(password, invite, EntryField.None, EntryField.None, failure is NotHereException ? failure.Message : texts.ServerAway, TimeSpan.Zero);

        var answer = new EntryAnswer(
            password, invite, EntryField.None, EntryField.None, texts.Explain(no), no.MayPass ? no.RetryAfter ?? TimeSpan.Zero : TimeSpan.Zero);
        return no.Code switch
        {
            // That a name is taken is said of the name; its owner goes on with the password.
            "name-taken" => answer.Of(EntryField.Name, EntryField.Password) with { Password = PasswordWanted.Own, Words = texts.NameTaken },
            "wrong-password" => answer.Of(EntryField.Password) with { Password = PasswordWanted.Own },
            "invalid-password" => answer.Of(EntryField.Password) with { Password = PasswordWanted.New },
            "account-needed" => answer.Of(given.Invite is null ? EntryField.Invite : EntryField.Password) with
            {
                Password = PasswordWanted.New,
                Invite = true,
            },
            "invite-needed" => answer.Of(EntryField.Invite) with
            {
                Invite = true,
                Words = given.Invite is null ? answer.Words : texts.InviteBad,
            },
            "invalid-name" => answer.Of(EntryField.Name),
            _ => answer,
        };
    }

    private EntryAnswer Of(EntryField wrong, EntryField? next = null) => this with { Wrong = wrong, Next = next ?? wrong };
}
