using System.Globalization;
using Snug.Client;

namespace Snug.Desktop.Model;

/// <summary>Something that somebody said.</summary>
/// <param name="Key">What it is found by.</param>
/// <param name="At">When it was said.</param>
/// <param name="From">Who said it.</param>
/// <param name="Text">What was said, as it was written.</param>
/// <param name="IsOwn">Said in the reader's own name.</param>
internal sealed record Said(string Key, DateTimeOffset At, string From, string Text, bool IsOwn) : Line(Key, At)
{
    /// <summary>The message as the server has it; null over the line protocol, and while it waits to be sent.</summary>
    public Message? Message { get; init; }

    /// <summary>What waits to be sent, or was refused; null for what has arrived.</summary>
    public Pending? Pending { get; init; }

    /// <summary>The id of the message that it answers; null where it answers none.</summary>
    public long? ReplyTo => Message?.ReplyTo ?? Pending?.Message.ReplyTo;

    /// <summary>The same speaker goes on: neither name nor face need be shown again. Known to the conversation only.</summary>
    public bool Continues { get; init; }

    /// <summary>The first of its day. Known to the conversation only.</summary>
    public bool OpensDay { get; init; }

    /// <summary>The first that its reader has not seen. Known to the conversation only.</summary>
    public bool OpensUnread { get; init; }

    public override bool IsWaiting => Pending is not null;

    public static Said Of(Message message, bool isOwn) =>
        new(KeyOf(message.Id), message.At.ToLocalTime(), message.From.Name, message.Text, isOwn) { Message = message };

    public static string KeyOf(long message) => message.ToString(CultureInfo.InvariantCulture);
}
