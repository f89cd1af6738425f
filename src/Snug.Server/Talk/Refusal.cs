namespace Snug.Server.Talk;

/// <summary>Why the chat says no. The code is for programs and never changes, the reason is for people.</summary>
internal sealed record Refusal(string Code, string Reason)
{
    public static readonly Refusal InvalidName = new("invalid-name",
        "not a name: a name has 1 to 32 letters, digits, _, - and ., and begins with a letter or a digit");

    public static readonly Refusal EmptyText = new("empty-text", "the message is empty");

    public static readonly Refusal NotText = new("not-text", "the message is not UTF-8 text");

    public static readonly Refusal Busy = new("busy", "too many messages are waiting to be stored; try again");

    public static readonly Refusal Unavailable = new("unavailable", "the message could not be stored; try again later");

    public static Refusal NameTaken(string name) => new("name-taken", $"the name {name} is taken");

    public static Refusal TextTooLong(int length, int limit) =>
        new("text-too-long", $"the message has {length} characters, and at most {limit} are allowed");
}
