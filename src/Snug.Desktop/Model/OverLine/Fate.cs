namespace Snug.Desktop.Model.OverLine;

/// <summary>What became of a text that could not be sent.</summary>
internal enum Fate
{
    /// <summary>The server said no.</summary>
    Refused,

    /// <summary>It was still waiting for its turn.</summary>
    Unsent,

    /// <summary>It was on its way: the answer never came.</summary>
    Unknown,
}
