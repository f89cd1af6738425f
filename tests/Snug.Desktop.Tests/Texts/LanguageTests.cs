using System.Globalization;

namespace Snug.Desktop.Tests.Wording;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("LANG=de_AT.UTF-8", "Senden")]
    [InlineData("LANG=de", "Senden")]
    [InlineData("LANG=en_GB.UTF-8", "Send")]
    [InlineData("LANG=fr_FR.UTF-8", "Send")]
    [InlineData("LANG=de_DE.UTF-8 LC_MESSAGES=en_US.UTF-8", "Send")]
    [InlineData("LANG=en_US.UTF-8 LC_MESSAGES=en_US.UTF-8 LC_ALL=de_DE.UTF-8", "Senden")]
    [InlineData("LANG=en_US.UTF-8 LANGUAGE=fr:de:en", "Senden")]
    [InlineData("LANG=de_DE.UTF-8 LANGUAGE=fr", "Senden")]
    [InlineData("LANG=C LANGUAGE=de", "Send")]
    [InlineData("LC_ALL=C.UTF-8 LANG=de_DE.UTF-8 LANGUAGE=de", "Send")]
    [InlineData("LANG=C LC_ALL=", "Send")]
    [InlineData("LANGUAGE=", "Senden")]
    public void The_language_is_the_one_that_the_desktop_is_set_to(string variables, string send)
    {
        var environment = variables.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);

        var texts = Language.Choose(name => environment.GetValueOrDefault(name), CultureInfo.GetCultureInfo("de-CH"));

        Assert.Equal(send, texts.Send);
    }
}
