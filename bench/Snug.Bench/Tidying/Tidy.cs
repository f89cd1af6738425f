using System.Runtime.InteropServices;

namespace Snug.Bench.Tidying;

/// <summary>
/// What a run makes and must not leave behind: processes, folders, a database. Each is done away with by whoever made it, and whatever is
/// there still when the run ends, or is told to (SIGINT, SIGTERM, SIGHUP, SIGQUIT), by this. Only SIGKILL leaves anything.
/// </summary>
internal static class Tidy
{
    // Whoever ends everything never lets go of it: nothing new is made then.
    private static readonly Lock Gate = new();
    private static readonly List<Mess> Left = [];
    private static readonly List<PosixSignalRegistration> Signals = [];

    /// <summary>From here on signals end the run by way of this, with 128 and the signal's number as exit code.</summary>
    public static void WatchSignals() => Signals.AddRange(
        new[] { (PosixSignal.SIGINT, 2), (PosixSignal.SIGTERM, 15), (PosixSignal.SIGHUP, 1), (PosixSignal.SIGQUIT, 3) }
            .Select(one => PosixSignalRegistration.Create(one.Item1, context =>
            {
                context.Cancel = true;
                End(128 + one.Item2);
            })));

    /// <summary>Makes something, and has it done away with at the end at the latest.</summary>
    /// <param name="make">Makes it, all or nothing.</param>
    /// <param name="remove">Does away with it, within a bound; called once.</param>
    /// <param name="made">What was made.</param>
    /// <returns>What does away with it when it is disposed of.</returns>
    public static IDisposable Make<T>(Func<T> make, Action<T> remove, out T made)
    {
        lock (Gate)
        {
            var it = made = make();
            Left.Add(new(() => remove(it)));
            return Left[^1];
        }
    }

    /// <summary>Does away with all that is there still, the newest first.</summary>
    public static void All()
    {
        lock (Gate) RemoveAll();
    }

    private static void End(int code)
    {
        Gate.Enter();
        RemoveAll();
        Environment.Exit(code);
    }

    private static void RemoveAll()
    {
        while (Left.Count > 0)
        {
            try
            {
                Left[^1].Dispose();
            }
            catch (Exception failure)
            {
                Console.Error.WriteLine($"bench/run: something stays behind: {failure.Message}");
            }
        }
    }

    private sealed class Mess(Action remove) : IDisposable
    {
        public void Dispose()
        {
            lock (Gate)
            {
                if (Left.Remove(this)) remove();
            }
        }
    }
}
