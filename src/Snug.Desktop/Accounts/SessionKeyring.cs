using Snug.Desktop.Gtk;

namespace Snug.Desktop.Accounts;

/// <summary>
/// Sessions in the desktop's secret service. One that does not answer in time is not asked again while the program runs: who
/// comes in should not wait each time.
/// </summary>
internal sealed class SessionKeyring(TimeProvider time)
{
    // An unlocked service answers within some tens of milliseconds, and one that has to be started within a second.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    private volatile bool isGivenUp;

    /// <returns>What was kept, or null for nothing.</returns>
    /// <exception cref="IOException">There is no secret service, or it does not answer.</exception>
    public Task<string?> FindAsync(string server, string name) => AskAsync(cancel => SecretService.Find(server, name, cancel));

    /// <exception cref="IOException">There is no secret service, or it does not answer: nothing is kept.</exception>
    public Task StoreAsync(string server, string name, string secret) => AskAsync(cancel =>
    {
        SecretService.Store(server, name, Texts.Current.SecretLabel(name, server), secret, cancel);
        return true;
    });

    /// <exception cref="IOException">There is no secret service, or it does not answer.</exception>
    public Task ClearAsync(string server, string name) => AskAsync(cancel =>
    {
        SecretService.Clear(server, name, cancel);
        return true;
    });

    private async Task<T> AskAsync<T>(Func<SecretService.Cancellation, T> ask)
    {
        if (isGivenUp || !OperatingSystem.IsLinux()) throw new IOException("there is no secret service");
        using var patience = new CancellationTokenSource(Patience, time);
        var answer = Task.Run(() => Ask(ask, patience.Token), CancellationToken.None);
        try
        {
            return await answer.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            isGivenUp = true;
            // What it comes to is of no interest any more, but must not be an unobserved failure.
            _ = answer.ContinueWith(late => late.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            throw new IOException("the secret service does not answer");
        }
    }

    private T Ask<T>(Func<SecretService.Cancellation, T> ask, CancellationToken outOfPatience)
    {
        try
        {
            using var cancel = new SecretService.Cancellation();
            using var giveUp = outOfPatience.Register(cancel.Cancel);
            return ask(cancel);
        }
        catch (Exception missing) when (missing is DllNotFoundException or EntryPointNotFoundException)
        {
            isGivenUp = true;
            throw new IOException("libsecret is not installed", missing);
        }
    }
}
