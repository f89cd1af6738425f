using Snug.Desktop.Gtk;

namespace Snug.Desktop.Media;

/// <summary>Decodes pictures from files, away from the main loop, one after the other: a large one takes hundreds of megabytes.</summary>
internal static class PictureDecoder
{
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>Runs something that holds a decoded picture, when it is its turn.</summary>
    public static async Task<T> InTurnAsync<T>(Func<T> decode, CancellationToken cancel)
    {
        await Turn.WaitAsync(cancel);
        try
        {
            return await Task.Run(decode, cancel);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Decodes a picture to be shown, turned as the camera was held and no larger than a box.</summary>
    /// <returns>Null when it is no picture, has too many pixels, or there is nothing on this system that reads its format.</returns>
    public static Task<Texture?> ShowAsync(string path, PictureSize box, CancellationToken cancel) => InTurnAsync(() =>
    {
        if (PictureFormat.Of(HeadOf(path)) is null || SizeOf(path) is not { IsTooLarge: false } size) return null;
        if (Decode(path, size, upright => upright.Within(box)) is not { } pixels) return null;
        using (pixels) return new Texture(pixels);
    }, cancel);

    /// <summary>Decodes a file. How the camera was held is known only afterwards, so it is read large enough for either way.</summary>
    /// <returns>Null when it cannot be decoded, also for want of memory.</returns>
    public static Pixbuf? Decode(string path, PictureSize size, Func<PictureSize, PictureSize> wanted)
    {
        try
        {
            return Draw(path, size, wanted);
        }
        catch (InsufficientMemoryException)
        {
            return null;
        }
    }

    private static Pixbuf? Draw(string path, PictureSize size, Func<PictureSize, PictureSize> wanted)
    {
        var (lying, standing) = (wanted(size), wanted(size.Turned).Turned);
        var read = lying.Width > standing.Width ? lying : standing;
        if (Pixbuf.Load(path, read.Width, read.Height)?.Upright() is not { } upright) return null;
        var isTurned = (read.Width, read.Height) != (upright.Width, upright.Height);
        var target = wanted(isTurned ? size.Turned : size);
        return upright.Scaled(target.Width, target.Height);
    }

    public static PictureSize? SizeOf(string path) =>
        Pixbuf.Measure(path) is var (width, height) ? new PictureSize(width, height) : null;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] HeadOf(string path)
    {
        using var file = File.OpenRead(path);
        var head = new byte[PictureFormat.Head];
        return head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }
}
