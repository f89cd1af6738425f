using Snug.Client;
using Snug.Desktop.Accounts;

namespace Snug.Desktop.Tests.Accounts;

public sealed class EntryAnswerTests
{
    private static readonly Texts Texts = new English();

    [Theory]
    [InlineData("name-taken", "Own", false, "Name", "Password")]
    [InlineData("wrong-password", "Own", false, "Password", "Password")]
    [InlineData("invalid-password", "New", false, "Password", "Password")]
    [InlineData("account-needed", "New", true, "Invite", "Invite")]
    [InlineData("invite-needed", "No", true, "Invite", "Invite")]
    [InlineData("invalid-name", "No", false, "Name", "Name")]
    [InlineData("banned", "No", false, "None", "None")]
    [InlineData(null, "No", false, "None", "None")]
    public void A_refusal_asks_for_what_is_missing(string? code, string password, bool invite, string wrong, string next)
    {
        var answer = EntryAnswer.To(new RefusedException("no", code, 403), new("cindy"), PasswordWanted.No, invite: false, Texts);

        Assert.Equal(
            (password, invite, wrong, next, TimeSpan.Zero),
            (answer.Password.ToString(), answer.Invite, answer.Wrong.ToString(), answer.Next.ToString(), answer.Wait));
        Assert.NotEmpty(answer.Words);
    }

    [Fact]
    public void An_invite_that_was_given_and_does_not_work_is_told_as_that()
    {
        var given = new Entrance("cindy") { Invite = "abc" };

        var answer = EntryAnswer.To(new RefusedException("no", "invite-needed", 403), given, PasswordWanted.No, invite: true, Texts);

        Assert.Equal(Texts.InviteBad, answer.Words);
    }

    [Fact]
    public void A_server_that_asks_for_patience_is_given_it_and_one_that_is_away_changes_nothing()
    {
        var hasty = EntryAnswer.To(
            new RefusedException("no", "too-fast", 429, TimeSpan.FromSeconds(9)), new("cindy"), PasswordWanted.Own, invite: true, Texts);
        var away = EntryAnswer.To(new ServerTimeoutException("nothing"), new("cindy"), PasswordWanted.Own, invite: true, Texts);

        Assert.Equal((PasswordWanted.Own, true, TimeSpan.FromSeconds(9)), (hasty.Password, hasty.Invite, hasty.Wait));
        Assert.Equal((PasswordWanted.Own, true, EntryField.None, Texts.ServerAway), (away.Password, away.Invite, away.Wrong, away.Words));
    }
}
