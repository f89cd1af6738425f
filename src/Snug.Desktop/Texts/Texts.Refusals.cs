using Snug.Client;

namespace Snug.Desktop;

internal abstract partial class Texts
{
    /// <summary>What went wrong, for the person to read. A refusal that has no words here is told in the server's own.</summary>
    public string Explain(ChatException failure) => failure switch
    {
        Accounts.NotHereException => failure.Message,
        RefusedException no => Refusal(no.Code) ?? ServerRefused(no.Message),
        _ => ServerUnreachable,
    };

    // The codes of docs/http-api.md.
    private string? Refusal(string? code) => code switch
    {
        "name-taken" => RefusedNameTaken,
        "invalid-name" => RefusedName,
        "wrong-password" => RefusedWrongPassword,
        "invite-needed" => RefusedInviteNeeded,
        "account-needed" => RefusedAccountNeeded,
        "banned" => RefusedBanned,
        "too-fast" => RefusedTooFast,
        "not-joined" => RefusedNotJoined,
        "archived" => RefusedArchived,
        "text-too-long" => RefusedTextTooLong,
        "not-allowed" => RefusedNotAllowed,
        "not-found" => RefusedNotFound,
        "too-large" => RefusedTooLarge,
        "no-space" => RefusedNoSpace,
        "empty-file" => RefusedEmptyFile,
        "invalid-file-name" => RefusedFileName,
        "invalid-attachment" => RefusedAttachment,
        "internal" => RefusedInternal,
        "no-such-user" => RefusedNoSuchUser,
        "invalid-room-name" => RefusedRoomName,
        "invalid-topic" => RefusedTopic,
        "invalid-people" => RefusedPeople,
        "too-many-rooms" => RefusedTooManyRooms,
        "invalid-password" => RefusedPassword,
        "invalid-query" => RefusedQuery,
        "too-many-searches" => RefusedTooManySearches,
        _ => null,
    };
}
