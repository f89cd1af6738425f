using Snug.Client;

namespace Snug.Desktop.Model;

/// <summary>Takes what the person says, and sees to it that it is sent once.</summary>
internal interface ISpeaker
{
    /// <summary>The longest text, in Unicode code points.</summary>
    int MaxLength { get; }

    /// <summary>Whether a text may have several lines.</summary>
    bool TakesLines { get; }

    /// <summary>Whether it also takes texts while the server is away.</summary>
    bool KeepsWhileAway { get; }

    /// <summary>Hands a text over. False when it was not taken, and is still the person's.</summary>
    bool TrySay(ChatRoom room, string text, long? replyTo = null, IReadOnlyList<Attachment>? files = null);

    /// <summary>Takes no more, and completes when what was handed over is safe.</summary>
    Task CloseAsync();
}
