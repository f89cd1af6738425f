namespace Snug.Tests.Many.Audit;

/// <summary>What somebody tried to say, once or several times.</summary>
/// <param name="Room">Where.</param>
/// <param name="From">Who.</param>
/// <param name="Number">Which of the things that they said.</param>
/// <param name="Begun">When it was first sent.</param>
internal sealed record Posted(long Room, string From, int Number, long Begun)
{
    /// <summary>When a server said that it is stored; the end of time where none has.</summary>
    public long Acknowledged { get; set; } = long.MaxValue;

    /// <summary>The id that it was acknowledged with; 0 where it was not.</summary>
    public long Id { get; set; }

    public string Text => $"{From} {Number}";

    public Said AsSaid => new(Id, Room, From, Number);
}
