namespace Snug.Desktop.Tests.Window;

internal static class Wait
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(50);

    /// <summary>Looks again and again until something is seen.</summary>
    public static async Task<T> ForAsync<T>(string what, Func<Task<T?>> look) where T : class
    {
        var time = TimeProvider.System;
        for (var begun = time.GetTimestamp(); time.GetElapsedTime(begun) < Patience; await Task.Delay(BetweenLooks, time))
            if (await look() is { } seen) return seen;
        throw new TimeoutException($"Waited in vain for {what}.");
    }

    public static async Task UntilAsync(string what, Func<Task<bool>> holds) =>
        await ForAsync(what, async () => await holds() ? "" : null);
}
