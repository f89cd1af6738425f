namespace Snug.Bench.Rivals;

/// <summary>A server that Snug is measured beside: how it is started, and how it tells its version.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Command">
/// The program and its arguments, to be run in the foreground. <c>@PORT@</c> is where its clients come, <c>@HTTP@</c> a second port,
/// <c>@FOLDER@</c> a folder of its own that is gone afterwards, <c>@ROOT@</c> the project's.
/// </param>
/// <param name="VersionCommand">What prints its version; the first line that has a number in it counts.</param>
internal sealed record Rival(string Name, IReadOnlyList<string> Command, IReadOnlyList<string> VersionCommand)
{
    /// <summary>A folder in bench/rivals, whose files come into the server's own, with the words above filled in; null where it needs none.</summary>
    public string? Configuration { get; init; }

    /// <summary>What else stands in its environment, with the words above filled in.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
}
