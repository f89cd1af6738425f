namespace Snug.Desktop;

// Coming in, keeping a name, and what the server refuses.
internal abstract partial class Texts
{
    public abstract string ComeIn { get; }
    public abstract string ComeBackIn { get; }
    public abstract string ComeInLead { get; }
    public abstract string VisitEnded { get; }
    public abstract string ServerAddress { get; }
    public abstract string NotLeft { get; }
    public abstract string YourName { get; }
    public abstract string NameRule { get; }
    public abstract string Password { get; }
    public abstract string InviteCode { get; }
    public abstract string Enter { get; }
    public abstract string Entering { get; }
    public abstract string ChoosePassword { get; }
    public abstract string NameTaken { get; }
    public abstract string InviteBad { get; }
    public abstract string ServerAway { get; }
    public abstract string WaitSeconds(int seconds);
    public abstract string KeepName(string name);
    public abstract string KeepNameLead { get; }
    public abstract string KeepNow { get; }
    public abstract string Keeping { get; }
    public abstract string NameKept(string name);
    public abstract string ChangePassword { get; }
    public abstract string ChangePasswordLead { get; }
    public abstract string ChangeNow { get; }
    public abstract string NewPassword { get; }
    public abstract string PasswordAgain { get; }
    public abstract string PasswordsDiffer { get; }
    public abstract string PasswordRule { get; }
    public abstract string PasswordChanged { get; }
    public abstract string SecretLabel(string name, string server);
    public abstract string ServerUnreachable { get; }
    public abstract string ServerRefused(string reason);
    public abstract string OpenElsewhere(string name);
    public abstract string OutboxUnusable(string reason);
    public abstract string LeaveChatAsk { get; }
    public abstract string RefusedAddress { get; }
    public abstract string RefusedNameTaken { get; }
    public abstract string RefusedName { get; }
    public abstract string RefusedWrongPassword { get; }
    public abstract string RefusedInviteNeeded { get; }
    public abstract string RefusedAccountNeeded { get; }
    public abstract string RefusedBanned { get; }
    public abstract string RefusedTooFast { get; }
    public abstract string RefusedNotJoined { get; }
    public abstract string RefusedArchived { get; }
    public abstract string RefusedTextTooLong { get; }
    public abstract string RefusedNotAllowed { get; }
    public abstract string RefusedNotFound { get; }
    public abstract string RefusedTooLarge { get; }
    public abstract string RefusedNoSpace { get; }
    public abstract string RefusedEmptyFile { get; }
    public abstract string RefusedFileName { get; }
    public abstract string RefusedAttachment { get; }
    public abstract string RefusedInternal { get; }
    public abstract string RefusedNoSuchUser { get; }
    public abstract string RefusedRoomName { get; }
    public abstract string RefusedTopic { get; }
    public abstract string RefusedPeople { get; }
    public abstract string RefusedTooManyRooms { get; }
    public abstract string RefusedPassword { get; }
    public abstract string RefusedQuery { get; }
    public abstract string RefusedTooManySearches { get; }

    private string? EnteringText(string key) => key switch
    {
        nameof(ComeIn) => ComeIn,
        nameof(ComeBackIn) => ComeBackIn,
        nameof(ComeInLead) => ComeInLead,
        nameof(VisitEnded) => VisitEnded,
        nameof(ServerAddress) => ServerAddress,
        nameof(NotLeft) => NotLeft,
        nameof(YourName) => YourName,
        nameof(NameRule) => NameRule,
        nameof(Password) => Password,
        nameof(InviteCode) => InviteCode,
        nameof(Enter) => Enter,
        nameof(Entering) => Entering,
        nameof(ChoosePassword) => ChoosePassword,
        nameof(NameTaken) => NameTaken,
        nameof(InviteBad) => InviteBad,
        nameof(ServerAway) => ServerAway,
        nameof(KeepNameLead) => KeepNameLead,
        nameof(KeepNow) => KeepNow,
        nameof(Keeping) => Keeping,
        nameof(ChangePassword) => ChangePassword,
        nameof(ChangePasswordLead) => ChangePasswordLead,
        nameof(ChangeNow) => ChangeNow,
        nameof(NewPassword) => NewPassword,
        nameof(PasswordAgain) => PasswordAgain,
        nameof(PasswordsDiffer) => PasswordsDiffer,
        nameof(PasswordRule) => PasswordRule,
        nameof(PasswordChanged) => PasswordChanged,
        nameof(ServerUnreachable) => ServerUnreachable,
        nameof(LeaveChatAsk) => LeaveChatAsk,
        nameof(RefusedAddress) => RefusedAddress,
        nameof(RefusedNameTaken) => RefusedNameTaken,
        nameof(RefusedName) => RefusedName,
        nameof(RefusedWrongPassword) => RefusedWrongPassword,
        nameof(RefusedInviteNeeded) => RefusedInviteNeeded,
        nameof(RefusedAccountNeeded) => RefusedAccountNeeded,
        nameof(RefusedBanned) => RefusedBanned,
        nameof(RefusedTooFast) => RefusedTooFast,
        nameof(RefusedNotJoined) => RefusedNotJoined,
        nameof(RefusedArchived) => RefusedArchived,
        nameof(RefusedTextTooLong) => RefusedTextTooLong,
        nameof(RefusedNotAllowed) => RefusedNotAllowed,
        nameof(RefusedNotFound) => RefusedNotFound,
        nameof(RefusedTooLarge) => RefusedTooLarge,
        nameof(RefusedNoSpace) => RefusedNoSpace,
        nameof(RefusedEmptyFile) => RefusedEmptyFile,
        nameof(RefusedFileName) => RefusedFileName,
        nameof(RefusedAttachment) => RefusedAttachment,
        nameof(RefusedInternal) => RefusedInternal,
        nameof(RefusedNoSuchUser) => RefusedNoSuchUser,
        nameof(RefusedRoomName) => RefusedRoomName,
        nameof(RefusedTopic) => RefusedTopic,
        nameof(RefusedPeople) => RefusedPeople,
        nameof(RefusedTooManyRooms) => RefusedTooManyRooms,
        nameof(RefusedPassword) => RefusedPassword,
        nameof(RefusedQuery) => RefusedQuery,
        nameof(RefusedTooManySearches) => RefusedTooManySearches,
        _ => null,
    };
}
