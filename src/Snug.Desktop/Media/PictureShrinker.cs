using Snug.Desktop.Gtk;

namespace Snug.Desktop.Media;

/// <summary>
/// Draws pictures anew before they are sent: no larger than a screen, and without what a camera wrote into them (where, when,
/// with what). Moving ones are sent as they are: their formats come from programs, not from cameras, and hold no place.
/// </summary>
internal static class PictureShrinker
{
    // A PNG (a screenshot, a drawing: sharp lines) stays one until it is so many times larger than what blurs its lines a little.
    private const int WorthTheLines = 2;

    // Larger files are films or archives that call themselves pictures; what moves must fit into an upload anyway.
    private const long MostBytes = 256L * 1024 * 1024;

    /// <param name="path">A file of this machine.</param>
    /// <exception cref="PictureException">It is no picture, has more than 100 megapixels or cannot be read.</exception>
    public static Task<SentPicture> ShrinkAsync(string path, CancellationToken cancel = default) =>
        PictureDecoder.InTurnAsync(() => Shrink(path, Path.GetFileName(path)), cancel);

    /// <param name="pasted">From the clipboard; it stays the caller's, and must live until the task has ended.</param>
    /// <param name="name">What to call it, such as <see cref="FileName.OfPasted"/>.</param>
    /// <exception cref="PictureException">It has more than 100 megapixels.</exception>
    public static Task<SentPicture> ShrinkAsync(Texture pasted, string name, CancellationToken cancel = default)
    {
        if (new PictureSize(pasted.Width, pasted.Height).IsTooLarge) throw TooManyPixels(name);
        return PictureDecoder.InTurnAsync(() => Shrink(pasted, name), cancel);
    }

    private static SentPicture Shrink(Texture pasted, string name)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, pasted.ToPng());
            return Shrink(path, name);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static SentPicture Shrink(string path, string name)
    {
        try
        {
            if (new FileInfo(path).Length > MostBytes) throw NoPicture(name, mayBeSent: false);
            var head = PictureDecoder.HeadOf(path);
            var type = PictureFormat.Of(head) ?? throw NoPicture(name, mayBeSent: false);
            var size = PictureDecoder.SizeOf(path) ?? throw NoPicture(name, mayBeSent: true);
            if (size.IsTooLarge) throw TooManyPixels(name);
            if (PictureFormat.IsMoving(head)) return new(File.ReadAllBytes(path), FileName.WithShape(name, size, type), type, size);

            using var pixels = PictureDecoder.Decode(path, size, whole => whole.Sent) ?? throw NoPicture(name, mayBeSent: true);
            var (bytes, written) = Encode(pixels, isDrawing: type is "image/png" or "image/gif");
            var sent = new PictureSize(pixels.Width, pixels.Height);
            return new(bytes, FileName.WithShape(name, sent, written), written, sent);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new PictureException(Texts.Current.FileUnreadable(FileName.Safe(name)), cause: fault);
        }
    }

    // JPEG has no transparency.
    private static (byte[] Bytes, string Type) Encode(Pixbuf pixels, bool isDrawing)
    {
        if (pixels.HasTransparency()) return (pixels.ToPng(), "image/png");
        var jpeg = pixels.ToJpeg();
        if (!isDrawing) return (jpeg, "image/jpeg");
        var png = pixels.ToPng();
        return jpeg.Length * WorthTheLines < png.Length ? (jpeg, "image/jpeg") : (png, "image/png");
    }

    private static PictureException NoPicture(string name, bool mayBeSent) =>
        new(Texts.Current.NoPicture(FileName.Safe(name)), mayBeSent);

    private static PictureException TooManyPixels(string name) =>
        new(Texts.Current.TooManyPixels(FileName.Safe(name)));
}
