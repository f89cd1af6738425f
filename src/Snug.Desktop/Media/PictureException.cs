namespace Snug.Desktop.Media;

/// <summary>A picture cannot be made ready to be sent; the message says why to the person.</summary>
internal sealed class PictureException(string message, bool mayBeSentAsItIs = false, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>
    /// Whether the file may go out as it is when the person wants that: then with all that a camera wrote into it, perhaps the place.
    /// </summary>
    public bool MayBeSentAsItIs { get; } = mayBeSentAsItIs;
}
