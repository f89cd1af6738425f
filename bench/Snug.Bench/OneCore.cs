using System.Runtime.InteropServices;

namespace Snug.Bench;

/// <summary>
/// Where the load is made: on the machine's last core and no other, by a thread of its own, whatever is measured. The servers are held to no
/// core: each has what the load leaves of the machine, as it would have.
/// </summary>
internal static partial class OneCore
{
    /// <exception cref="SubjectFailedException">The system does not let this program choose that core.</exception>
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                // Of more than 64 the last that one word of the mask can name.
                var core = 1UL << (Math.Min(Environment.ProcessorCount, 64) - 1);
                if (sched_setaffinity(0, sizeof(ulong), in core) != 0) throw new SubjectFailedException("the load cannot be held to the machine's last core");
                done.SetResult(work());
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        });
        thread.Start();
        return done.Task;
    }

    // The thread that calls it; the others, and the processes that they start, are where they were.
    [LibraryImport("libc")]
    private static partial int sched_setaffinity(int thread, nuint size, in ulong cores);
}
