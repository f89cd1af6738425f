namespace Snug.Desktop.Media;

/// <summary>A voice message that waits to be sent: Opus in Ogg, in a file that only the user can read.</summary>
/// <param name="Path">The file, which belongs to whoever takes the recording.</param>
/// <param name="Name">What it is called on its way.</param>
internal sealed record Recording(string Path, string Name, TimeSpan Length)
{
    public const string Type = "audio/ogg";
}
