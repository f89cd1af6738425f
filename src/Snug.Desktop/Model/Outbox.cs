using System.Threading.Channels;

namespace Snug.Desktop.Model;

/// <summary>
/// What the person has handed over and the server has not yet taken, in order. Bounded: nobody types faster than this for long.
/// </summary>
internal sealed class Outbox
{
    public const int MaxTexts = 16;

    private readonly Channel<string> texts = Channel.CreateBounded<string>(MaxTexts);
    private readonly TaskCompletionSource drained = new();
    private bool isClosing;
    private int pending;

    /// <summary>False when it is full, or closing.</summary>
    public bool TryAdd(string text)
    {
        if (isClosing || !texts.Writer.TryWrite(text)) return false;
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
