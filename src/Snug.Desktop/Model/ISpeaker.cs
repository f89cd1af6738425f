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

    /// <summary>Hands a message over. False when it was not taken, and is still the person's.</summary>
    /// <param name="room">Where it is said.</param>
    /// <param name="message">What is said.</param>
    /// <param name="files">The files that it carries, as far as they are known, to be shown meanwhile.</param>
    bool TrySay(ChatRoom room, NewMessage message, IReadOnlyList<Attachment> files);

    /// <summary>Takes no more, and completes when what was handed over is safe.</summary>
    Task CloseAsync();
}
