using Snug.Client;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Messages;

/// <summary>What can be done with what was said.</summary>
internal interface IMessageDeeds
{
    void Reply(Message message);

    void Edit(Message message);

    void Delete(Message message);

    void React(Message message, string emoji);

    /// <summary>Shows a message, wherever it is.</summary>
    void Reveal(long message);

    /// <summary>Tries once more to send what was refused.</summary>
    void Retry(Said said);

    /// <summary>Takes back what was not sent.</summary>
    void Discard(Said said);

    /// <summary>What a message answers, where it is known; what is not is asked for, and the line is shown anew when it came.</summary>
    Message? OriginalOf(Said said);
}
