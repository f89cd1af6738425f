namespace Snug.Desktop.Settings;

/// <summary>Where somebody was reading.</summary>
/// <param name="Server">Scheme, host and port.</param>
/// <param name="Name">Whose room it is.</param>
/// <param name="Room">Its id.</param>
internal sealed record LastRoom(string Server, string Name, long Room)
{
    public static LastRoom Of(Uri server, string name, long room) => new(server.GetLeftPart(UriPartial.Authority), name, room);

    public bool IsOf(Uri server, string name) =>
        Server == server.GetLeftPart(UriPartial.Authority) && string.Equals(Name, name, StringComparison.OrdinalIgnoreCase);
}
