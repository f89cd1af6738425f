namespace Snug.Desktop.Media;

/// <summary>A picture's size in pixels.</summary>
internal readonly record struct PictureSize(int Width, int Height)
{
    /// <summary>The long side of a picture that is sent: more than a screen shows.</summary>
    public const int LongestSent = 2048;

    /// <summary>Pixels that are decoded at most: each takes up to four bytes of memory, twice while it is redrawn.</summary>
    public const long MostPixels = 100_000_000;

    /// <summary>The room that a lone picture takes in a conversation, and one of several, in logical pixels.</summary>
    public static readonly PictureSize Lone = new(420, 320), Tile = new(206, 154);

    public bool IsTooLarge => (long)Width * Height > MostPixels;

    public PictureSize Turned => new(Height, Width);

    public PictureSize Times(int factor) => new(Width * factor, Height * factor);

    public PictureSize Sent => Within(new(LongestSent, LongestSent));

    /// <summary>The largest size of the same shape within a box; never larger than it was.</summary>
    public PictureSize Within(PictureSize box)
    {
        var scale = Math.Min(1, Math.Min((double)box.Width / Width, (double)box.Height / Height));
        return new(Math.Max(1, (int)Math.Round(Width * scale)), Math.Max(1, (int)Math.Round(Height * scale)));
    }

    /// <summary>How wide and high a lone picture stands. Where its shape is not known, a usual one is kept free.</summary>
    public static PictureSize Shown(PictureSize? shape)
    {
        var (width, height) = shape?.Within(Lone) ?? new PictureSize(320, 240);
        // A strip of a few pixels could be neither seen nor hit.
        return new(Math.Max(width, 64), Math.Max(height, 48));
    }
}
