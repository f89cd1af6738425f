namespace Snug.Server.Events;

/// <summary>Where the HTTP door is reached from outside: as the operator says, or the address that it listens on.</summary>
/// <param name="find">Asked when it is needed: a port that the system picks is known only once the door is open.</param>
internal sealed class PublicUrl(Func<string> find)
{
    /// <summary>Without a slash at its end: <c>http://127.0.0.1:8080</c>.</summary>
    public string Value => find();
}
