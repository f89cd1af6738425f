using Snug.Server.Events;

namespace Snug.Server.Talk;

/// <summary>Bounds what is under way at once: nobody has more than their share, and all together wait for their turn.</summary>
internal sealed class Turns(int perUser, int inAll) : IDisposable
{
    private readonly Lock gate = new();
    private readonly Dictionary<long, int> taken = [];
    private readonly SemaphoreSlim free = new(inAll);

    /// <returns>What ends the turn; null when this user has as many as they may, or none came free in time.</returns>
    public async ValueTask<IDisposable?> TakeAsync(Person user, CancellationToken cancel)
    {
        lock (gate)
        {
            var count = taken.GetValueOrDefault(user.Id);
            if (count == perUser) return null;
            taken[user.Id] = count + 1;
        }
        try
        {
            if (await free.WaitAsync(Limits.TurnWait, cancel)) return new Turn(this, user.Id);
            Forget(user.Id);
            return null;
        }
        catch
        {
            Forget(user.Id);
            throw;
        }
    }

    public void Dispose() => free.Dispose();

    private void Forget(long user)
    {
        lock (gate)
        {
            if (--taken[user] == 0) taken.Remove(user);
        }
    }

    private sealed class Turn(Turns turns, long user) : IDisposable
    {
        private bool over;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref over, true)) return;
            turns.Forget(user);
            turns.free.Release();
        }
    }
}
