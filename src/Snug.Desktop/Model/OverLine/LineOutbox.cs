using System.Threading.Channels;
using Snug.Client;
using Snug.Protocol;

namespace Snug.Desktop.Model.OverLine;

/// <summary>
/// What the person has handed over and the server has not yet taken, in order. Bounded: nobody types faster than this for long.
/// </summary>
internal sealed class LineOutbox : ISpeaker
{
    public const int MaxTexts = 16;

    private readonly Channel<string> texts = Channel.CreateBounded<string>(MaxTexts);
    private readonly TaskCompletionSource drained = new();
    private bool isClosing;
    private int pending;

    public int MaxLength => LineProtocol.DefaultMessageLimit;

    public bool TakesLines => false;

    // What was on its way when the connection was lost may have arrived: the person decides whether to say it again.
    public bool KeepsWhileAway => false;

    /// <summary>False when it is full, or closing.</summary>
    public bool TrySay(ChatRoom room, NewMessage message, IReadOnlyList<Attachment> files)
    {
        if (isClosing || !texts.Writer.TryWrite(message.Text)) return false;
        pending++;
        return true;
    }

    public async Task WaitAsync(CancellationToken cancel) => await texts.Reader.WaitToReadAsync(cancel);

    /// <summary>Takes the oldest; <see cref="Settle"/> must follow, whatever becomes of it.</summary>
    public bool TryTake(out string text) => texts.Reader.TryRead(out text!);

    public void Settle()
    {
        pending--;
        if (isClosing && pending == 0) drained.TrySetResult();
    }

    /// <summary>Takes no more, and completes when all that was handed over has been settled.</summary>
    public Task CloseAsync()
    {
        isClosing = true;
        if (pending == 0) drained.TrySetResult();
        return drained.Task;
    }
}
