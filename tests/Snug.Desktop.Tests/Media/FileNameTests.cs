using System.Text;
using Snug.Desktop.Media;

namespace Snug.Desktop.Tests.Media;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("cat.png", "cat.png")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\me\cat.png", "cat.png")]
    [InlineData(".bashrc", "bashrc")]
    [InlineData("a\nb\u0000.txt", "ab.txt")]
    [InlineData("invoice\u202Egnp.exe", "invoicegnp.exe")]
    [InlineData(". .bash_history", "bash_history")]
    [InlineData("..", "file")]
    [InlineData("/", "file")]
    [InlineData("Übung 3.pdf", "Übung 3.pdf")]
    public void A_name_is_shown_and_saved_without_what_could_deceive(string name, string safe) => Assert.Equal(safe, FileName.Safe(name));

    [Fact]
    public void A_long_name_keeps_its_ending() =>
        Assert.Equal(new string('a', 150) + ".png", FileName.Safe(new string('a', 5000) + ".png"));

    [Theory]
    [InlineData("я")]
    [InlineData("猫")]
    public void A_name_of_any_script_is_short_enough_for_a_folder_also_with_a_shape(string letter)
    {
        var name = FileName.WithShape(string.Concat(Enumerable.Repeat(letter, 200)) + ".jpeg", new(2048, 2048), "image/jpeg");

        Assert.InRange(Encoding.UTF8.GetByteCount(name), 200, 255);
        Assert.EndsWith($"{letter}-2048x2048.jpg", name, StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_says_its_shape_in_its_name()
    {
        var name = FileName.WithShape("cat-9x9.jpeg", new(1024, 768), "image/webp");

        Assert.Equal("cat-1024x768.webp", name);
        Assert.Equal(new PictureSize(1024, 768), FileName.ShapeIn(name));
        Assert.Equal("cat.webp", FileName.Plain(name));
        Assert.Null(FileName.ShapeIn("cat-0x5.png"));
    }

    [Theory]
    [InlineData(4000, 100, 420, 48)]
    [InlineData(10, 10, 64, 48)]
    [InlineData(1024, 768, 420, 315)]
    public void A_picture_has_a_place_of_its_shape(int width, int height, int placeWidth, int placeHeight) =>
        Assert.Equal(new PictureSize(placeWidth, placeHeight), PictureSize.Shown(new(width, height)));
}
