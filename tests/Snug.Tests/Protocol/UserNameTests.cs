using Snug.Protocol;

namespace Snug.Tests.Protocol;

public class UserNameTests
{
    [Theory]
    [InlineData("cindy")]
    [InlineData("7up")]
    [InlineData("a.b-c_d")]
    [InlineData("Ωmega")]
    [InlineData("张伟")]
    [InlineData("𝒜da")]
    [InlineData("x2345678901234567890123456789012")]
    public void A_name_of_letters_digits_and_marks_is_one(string text)
    {
        Assert.True(UserName.TryParse(text, out var name));
        Assert.Equal(text, name.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" cindy")]
    [InlineData("cin dy")]
    [InlineData(".cindy")]
    [InlineData("-cindy")]
    [InlineData("_cindy")]
    [InlineData("<cindy>")]
    [InlineData("cindy\u200b")]
    [InlineData("cin\tdy")]
    [InlineData("😀")]
    [InlineData("a\ufffe")]
    [InlineData("cindy\u3164")]
    [InlineData("\u115f")]
    [InlineData("\ud800cindy")]
    [InlineData("x23456789012345678901234567890123")]
    public void Anything_else_is_not(string? text) => Assert.False(UserName.TryParse(text, out _));

    [Fact]
    public void A_name_is_composed_before_it_is_judged()
    {
        Assert.True(UserName.TryParse("Zoe\u0308", out var name));
        Assert.Equal("Zoë", name.Value);
    }

    [Theory]
    [InlineData("cindy", "CINDY")]
    [InlineData("Zoë", "zoE\u0308")]
    [InlineData("ΟΔΥΣΣΕΥΣ", "οδυσσευς")]
    public void Names_that_differ_in_case_alone_are_the_same(string one, string other)
    {
        Assert.True(UserName.TryParse(one, out var first));
        Assert.True(UserName.TryParse(other, out var second));
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
    }
}
