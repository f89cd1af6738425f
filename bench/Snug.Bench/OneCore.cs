using System.Runtime.InteropServices;

namespace Snug.Bench;

/// <summary>
/// Where the load is made: on the machine's last core and no other, by a thread of its own, whatever is measured. The servers are held to no
/// core: each has what the load leaves of the machine, as it would have.
/// </summary>
internal static partial class OneCore
{
    public static Task<T> RunAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var thread = new Thread(() =>
        {
            try
            {
                var core = 1UL << (Environment.ProcessorCount - 1);
                _ = sched_setaffinity(0, sizeof(ulong), in core);
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
