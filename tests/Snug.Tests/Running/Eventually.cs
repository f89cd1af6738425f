namespace Snug.Tests.Running;

/// <summary>Asks again and again until something is so; each asking is a request, so nothing sleeps.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task<T> Become<T>(Func<Task<T>> ask, Predicate<T> isSo)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var answer = await ask();
            if (isSo(answer)) return answer;
            Assert.True(TimeProvider.System.GetElapsedTime(started) < Patience, $"it stayed {answer}");
        }
    }
}
