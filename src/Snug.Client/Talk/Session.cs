using System.Text.Json;

namespace Snug.Client;

/// <summary>
/// The right to speak as somebody. Whoever holds the token speaks in the user's name, so save it where only its user can read.
/// </summary>
public sealed record Session
{
    /// <summary>The secret that every request carries.</summary>
    public required string Token { get; init; }

    /// <summary>Who speaks, as of the moment of entering.</summary>
    public required User User { get; init; }

    /// <summary>What the server takes.</summary>
    public required SessionLimits Limits { get; init; }

    /// <summary>A text to save; <see cref="FromJson"/> reads it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ClientJson.Default.Session);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">It is not that.</exception>
    public static Session FromJson(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, ClientJson.Default.Session) ?? throw new FormatException("no session is saved here");
        }
        catch (JsonException wrong)
        {
            throw new FormatException("the saved session cannot be read", wrong);
        }
    }

    /// <summary>The user's name: a token must not end up in a log.</summary>
    public override string ToString() => $"session of {User.Name}";
}
