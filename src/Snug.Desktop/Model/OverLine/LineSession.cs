using Snug.Client;

namespace Snug.Desktop.Model.OverLine;

/// <summary>
/// Keeps a <see cref="Chat"/> up to date over the line protocol: asks for messages and people each second, sends what is in
/// the outbox, and connects again when the connection is lost. One request at a time, one after the other.
/// </summary>
internal sealed class LineSession(Chat chat, LineOutbox outbox, Func<CancellationToken, Task<LineConnection>> connect, TimeProvider time, Random random)
{
    private static readonly TimeSpan BetweenPolls = TimeSpan.FromSeconds(1);

    // An answer takes milliseconds. After this long the person should know whom they are waiting for.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(3);

    private readonly LineEffects effects = new(chat);

    /// <summary>Runs until it is cancelled; then the connection is closed.</summary>
    public async Task RunAsync(LineConnection connection, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await TalkAsync(connection, cancel);
            }
            catch (ChatException)
            {
                effects.Set(LinkState.Lost);
                GiveBackUnsent();
            }
            finally
            {
                await connection.DisposeAsync();
            }
            connection = await ReconnectAsync(cancel);
            effects.Set(LinkState.Connected);
        }
    }

    private async Task TalkAsync(LineConnection connection, CancellationToken left)
    {
        using var talk = CancellationTokenSource.CreateLinkedTokenSource(left);
        try
        {
            await TakeTurnsAsync(connection, talk.Token);
        }
        finally
        {
            // Whatever it still waits for would otherwise wait on, once for each connection that was lost.
            await talk.CancelAsync();
        }
    }

    private async Task TakeTurnsAsync(LineConnection connection, CancellationToken cancel)
    {
        using var ticks = new PeriodicTimer(BetweenPolls, time);
        await PollAsync(connection, cancel);

        var tick = ticks.WaitForNextTickAsync(cancel).AsTask();
        var handedOver = outbox.WaitAsync(cancel);
        while (true)
        {
            await Task.WhenAny(handedOver, tick);
            cancel.ThrowIfCancellationRequested();
            if (handedOver.IsCompleted)
            {
                await SendAsync(connection, cancel);
                handedOver = outbox.WaitAsync(cancel);
            }
            if (tick.IsCompleted)
            {
                await PollAsync(connection, cancel);
                tick = ticks.WaitForNextTickAsync(cancel).AsTask();
            }
        }
    }

    private async Task PollAsync(LineConnection connection, CancellationToken cancel)
    {
        effects.Hear(await AskAsync(connection.GetAsync(cancel), cancel));
        effects.See(await AskAsync(connection.UsersAsync(cancel), cancel));
    }

    private async Task SendAsync(LineConnection connection, CancellationToken cancel)
    {
        if (!outbox.TryTake(out var text)) return;
        try
        {
            await AskAsync(PutAsync(connection, text, cancel), cancel);
        }
        catch (RefusedException no)
        {
            effects.GiveBack(text, Fate.Refused, no.Message);
            return;
        }
        catch (ChatException)
        {
            effects.GiveBack(text, Fate.Unknown);
            throw;
        }
        finally
        {
            outbox.Settle();
        }
        // One's own words should stand in the conversation at once.
        effects.Hear(await AskAsync(connection.GetAsync(cancel), cancel));
    }

    private static async Task<bool> PutAsync(LineConnection connection, string text, CancellationToken cancel)
    {
        await connection.PutAsync(text, cancel);
        return true;
    }

    // Says so while the server lets one wait.
    private async Task<T> AskAsync<T>(Task<T> asked, CancellationToken cancel)
    {
        using var answered = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var slow = Task.Delay(Slow, time, answered.Token);
        if (await Task.WhenAny(asked, slow) == slow && !cancel.IsCancellationRequested) effects.Set(LinkState.Waiting);
        await answered.CancelAsync();

        var answer = await asked;
        effects.Set(LinkState.Connected);
        return answer;
    }

    private void GiveBackUnsent()
    {
        while (outbox.TryTake(out var text))
        {
            outbox.Settle();
            effects.GiveBack(text, Fate.Unsent);
        }
    }

    private async Task<LineConnection> ReconnectAsync(CancellationToken cancel)
    {
        var backoff = new Backoff(random);
        while (true)
        {
            await PauseAsync(backoff.Next(), cancel);
            try
            {
                return await connect(cancel);
            }
            catch (RefusedException no)
            {
                effects.Set(LinkState.Refused, no.Message);
            }
            catch (ChatException)
            {
                effects.Set(LinkState.Lost);
            }
        }
    }

    private async Task PauseAsync(TimeSpan wait, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var hurried = new TaskCompletionSource();
        void Skip() => hurried.TrySetResult();
        chat.Hurried += Skip;
        try
        {
            await Task.WhenAny(Task.Delay(wait, time, over.Token), hurried.Task);
            cancel.ThrowIfCancellationRequested();
        }
        finally
        {
            chat.Hurried -= Skip;
            await over.CancelAsync();
        }
    }
}
