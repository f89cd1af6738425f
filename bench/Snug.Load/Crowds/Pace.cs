namespace Snug.Load.Crowds;

/// <summary>How fast a crowd's senders say something, all together: so many times a second, or so many at once, each as soon as one before is acknowledged.</summary>
/// <param name="PerSecond">Messages a second; 0 where it is not paced.</param>
/// <param name="UnderWay">Messages under way; 0 where they are not as fast as acknowledged.</param>
internal readonly record struct Pace(double PerSecond, int UnderWay)
{
    /// <summary>Nobody says anything.</summary>
    public static Pace Silent => default;

    public static Pace Rate(double perSecond) => new(perSecond, 0);

    public static Pace Flood(int underWay) => new(0, underWay);
}
