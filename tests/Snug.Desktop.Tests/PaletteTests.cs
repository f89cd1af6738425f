using Snug.Desktop.View;

namespace Snug.Desktop.Tests;

public sealed class PaletteTests
{
    [Fact]
    public void No_two_people_share_a_colour_while_there_are_enough()
    {
        var palette = new Palette();

        var colors = Enumerable.Range(0, Palette.Colors).Select(i => palette.ColorOf($"person{i}")).ToList();

        Assert.Equal(Palette.Colors, colors.Distinct().Count());
    }

    [Fact]
    public void A_person_keeps_the_colour() =>
        Assert.Equal(new Palette().ColorOf("cindy"), new Palette().ColorOf("cindy"));
}
