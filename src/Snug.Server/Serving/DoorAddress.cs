using System.Net;

namespace Snug.Server.Serving;

/// <summary>Where a door listens; nowhere when it is off.</summary>
internal sealed record DoorAddress(IPEndPoint? EndPoint)
{
    public static readonly DoorAddress Off = new((IPEndPoint?)null);

    public override string ToString() => EndPoint?.ToString() ?? "off";
}
