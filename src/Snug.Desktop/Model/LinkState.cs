namespace Snug.Desktop.Model;

internal enum LinkState
{
    Connected,

    /// <summary>Connected, but the server owes an answer for longer than answers take.</summary>
    Waiting,

    /// <summary>There is no connection; one is tried for.</summary>
    Lost,

    /// <summary>The server is there again and does not let us in, mostly because the lost connection still holds the name.</summary>
    Refused,
}
