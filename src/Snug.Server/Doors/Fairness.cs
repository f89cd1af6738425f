namespace Snug.Server.Doors;

/// <summary>
/// Handlers run on the threads that wait for sockets, each for its share of all connections. A client that asks faster than
/// it can be answered would keep its thread for itself; so now and then a request moves on to the pool.
/// </summary>
internal static class Fairness
{
    [ThreadStatic]
    private static int answered;

    /// <summary>Whether the request at hand should give up its thread before it goes on.</summary>
    public static bool IsDue() => IsDue(ref answered);

    /// <summary>The same, where it is known how many requests were answered in a row.</summary>
    public static bool IsDue(ref int inARow) => ++inARow % Limits.RequestsBeforeYield == 0;
}
