using System.Runtime.CompilerServices;

namespace Snug.Client;

// What happens in the rooms that this user is in, and to the rooms that it may see.
public sealed partial class ChatClient
{
    private int reading;

    /// <summary>
    /// How far the events have been read: <see cref="ReadEventsAsync"/> goes on from here, in this run of the program or, saved, in
    /// the next. It moves when the last event of an answer has been handled (the loop's body came to its end), so what a program
    /// saves never covers an event that it might not have handled; some already handled may come again after a restart. Null when
    /// the server is to say where this session had come to.
    /// </summary>
    public string? Cursor { get; private set; }

    /// <summary>
    /// Everything that happens, each event once and in order, until <paramref name="cancel"/> ends it. It asks and waits, some 25
    /// seconds at a time, and goes on through lost servers, timeouts, nonsense and "too fast", with pauses of 1 to 30 seconds or
    /// what the server asks for (<see cref="ChatOptions.Trouble"/> is told). An answer that was cut off is asked for again. A
    /// cursor that the server no longer takes is told by <see cref="StartAfresh"/>.
    /// </summary>
    /// <param name="cursor">A saved <see cref="Cursor"/>; null to go on from <see cref="Cursor"/> as it is.</param>
    /// <param name="cancel">Ends it, with an <see cref="OperationCanceledException"/>.</param>
    /// <exception cref="RefusedException">The session has ended (status 401), or the server will never answer this.</exception>
    /// <exception cref="InvalidOperationException">Somebody is reading already: a session has one cursor.</exception>
    public async IAsyncEnumerable<ChatEvent> ReadEventsAsync(
        string? cursor = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        if (Interlocked.Exchange(ref reading, 1) == 1) throw new InvalidOperationException("the events are being read already");
        try
        {
            Cursor = cursor ?? Cursor;
            var poll = new EventPoll(exchange, Cursor);
            while (true)
            {
                var batch = await poll.NextAsync(cancel).ConfigureAwait(false);
                foreach (var happened in batch.Events)
                {
                    cancel.ThrowIfCancellationRequested();
                    yield return happened;
                }
                Cursor = batch.Next;
            }
        }
        finally
        {
            Volatile.Write(ref reading, 0);
        }
    }
}
