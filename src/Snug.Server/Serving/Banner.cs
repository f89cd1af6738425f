using System.Net;

namespace Snug.Server.Serving;

/// <summary>What the operator reads when the server is ready: where to go, and how to let others in.</summary>
internal static class Banner
{
    public static void Print(TextWriter output, ServerHost host)
    {
        output.WriteLine("Snug is ready.");
        output.WriteLine($"  browser  {host.PublicUrl}/");
        output.WriteLine($"  desktop  {Called.Desktop} NAME --url {host.PublicUrl}");
        if (host.Line is { } line)
        {
            var address = Reachable(line);
            output.WriteLine(host.Certificate is null ? $"  line     nc {address.Address} {address.Port}" : $"  line     openssl s_client -quiet -connect {address}");
        }
        if (host.Certificate is { } certificate)
            output.WriteLine($"  tls      until {certificate.Until.UtcDateTime:yyyy-MM-dd}, SHA-256 {certificate.Fingerprint}");
        output.WriteLine($"  data     {host.Place}");
        if (IsClosed(host.Line) && IsClosed(host.Http)) output.WriteLine(HowToOpen(host));
        output.Flush();
    }

    private static string HowToOpen(ServerHost host)
    {
        var line = host.Line is { } open ? $"--line 0.0.0.0:{open.Port} " : "";
        return $"Only this machine can come in. For others too: {Called.Server} serve {line}--http 0.0.0.0:{host.Http.Port}";
    }

    private static bool IsClosed(IPEndPoint? door) => door is null || IPAddress.IsLoopback(door.Address);

    /// <summary>Where a door on this machine is reached: "every address" is nothing that one can connect to.</summary>
    public static IPEndPoint Reachable(IPEndPoint door) =>
        door.Address.Equals(IPAddress.Any) ? new(IPAddress.Loopback, door.Port)
        : door.Address.Equals(IPAddress.IPv6Any) ? new(IPAddress.IPv6Loopback, door.Port)
        : door;
}
