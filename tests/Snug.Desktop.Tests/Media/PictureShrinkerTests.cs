using Snug.Desktop.Gtk;
using Snug.Desktop.Media;

namespace Snug.Desktop.Tests.Media;

public sealed class PictureShrinkerTests : IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task A_photograph_goes_out_upright_and_without_its_place()
    {
        var path = folder.Write("cat.jpeg", Photograph.FromCamera(120, 80));

        var sent = await PictureShrinker.ShrinkAsync(path);

        Assert.Equal(("cat-80x120.jpg", "image/jpeg", new PictureSize(80, 120)), (sent.Name, sent.Type, sent.Size));
        Assert.True(sent.Bytes.AsSpan().IndexOf("Exif"u8) < 0);
        using var seen = Pixbuf.Load(folder.Write("sent.jpg", sent.Bytes), 80, 120)!;
        Assert.True(seen.Row(60)[0] < 60 && seen.Row(60)[2] > 200, "what lay below is on the left");
        Assert.True(seen.Row(60)[79 * 3] > 200, "what lay above is on the right");
    }

    [Fact]
    public async Task A_large_picture_is_as_long_as_a_screen_at_most()
    {
        var path = folder.Write("wall.jpg", Photograph.FromCamera(4096, 1024));

        var sent = await PictureShrinker.ShrinkAsync(path);

        Assert.Equal(new PictureSize(512, 2048), sent.Size);
    }

    // Which needs a loader of its own on Debian; the web client sends most pictures so.
    [Fact]
    public async Task A_WebP_can_be_read()
    {
        var path = folder.Write("red.webp", Convert.FromBase64String(
            "UklGRjwAAABXRUJQVlA4IDAAAADQAQCdASoEAAIAAgA0JaACdLoB+AADsAD+8MQL/yC5YXXI1/8gP+QH/ID/+PIAAAA="));

        var sent = await PictureShrinker.ShrinkAsync(path);

        Assert.Equal("red-4x2.jpg", sent.Name);
    }

    [Fact]
    public async Task A_drawing_with_transparency_stays_one()
    {
        var path = folder.Write("logo.png", Photograph.Drawing(32, 16));

        var sent = await PictureShrinker.ShrinkAsync(path);

        Assert.Equal(("logo-32x16.png", "image/png"), (sent.Name, sent.Type));
        Assert.Equal("image/png", PictureFormat.Of(sent.Bytes));
    }

    [Fact]
    public async Task A_picture_that_moves_is_sent_as_it_is()
    {
        byte[] gif = [.. "GIF89a"u8, 2, 0, 1, 0, 0, 0, 0, 0x21, 0xFF, 11, .. "NETSCAPE2.0"u8, 3, 1, 0, 0, 0, 0x3B];
        var path = folder.Write("dance.gif", gif);

        var sent = await PictureShrinker.ShrinkAsync(path);

        Assert.Equal(gif, sent.Bytes);
        Assert.Equal(("dance-2x1.gif", "image/gif"), (sent.Name, sent.Type));
    }

    [Fact]
    public async Task A_small_file_of_a_billion_pixels_is_not_decoded()
    {
        var path = folder.Write("bomb.png", Photograph.Bomb(40_000, 30_000));

        var refused = await Assert.ThrowsAsync<PictureException>(() => PictureShrinker.ShrinkAsync(path));

        Assert.Contains("100 megapixels", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>")]
    [InlineData("")]
    [InlineData("no picture")]
    public async Task What_is_no_picture_is_said_to_be_none(string content)
    {
        var path = folder.Write("x.png", System.Text.Encoding.UTF8.GetBytes(content));

        var refused = await Assert.ThrowsAsync<PictureException>(() => PictureShrinker.ShrinkAsync(path));

        Assert.Equal("x.png is not a picture that can be read here.", refused.Message);
    }

    [Fact]
    public async Task A_picture_that_was_cut_off_may_be_sent_as_it_is_when_somebody_wants_that()
    {
        var path = folder.Write("cut.png", Photograph.Drawing(300, 300)[..20]);

        var refused = await Assert.ThrowsAsync<PictureException>(() => PictureShrinker.ShrinkAsync(path));

        Assert.True(refused.MayBeSentAsItIs);
    }

    [Fact]
    public async Task A_file_that_is_not_there_cannot_be_read()
    {
        var refused = await Assert.ThrowsAsync<PictureException>(() => PictureShrinker.ShrinkAsync(Path.Combine(folder.Path, "gone.png")));

        Assert.Equal("gone.png cannot be read. A folder cannot be sent.", refused.Message);
    }

    public void Dispose() => folder.Dispose();
}
