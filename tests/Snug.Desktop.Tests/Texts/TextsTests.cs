using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Snug.Client;

namespace Snug.Desktop.Tests.Wording;

public sealed partial class TextsTests
{
    public static TheoryData<string> Files => [.. typeof(Texts).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".ui", StringComparison.Ordinal))];

    private static readonly string[] Shown =
        ["label", "title", "subtitle", "tooltip-text", "placeholder-text", "description", "heading", "body", "text", "comments", "application-name"];

    [Fact]
    public void Every_text_without_numbers_and_names_has_a_key_and_says_something()
    {
        var keys = typeof(Texts).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.PropertyType == typeof(string) && property.GetIndexParameters().Length == 0).ToList();

        Assert.NotEmpty(keys);
        foreach (Texts texts in (Texts[])[new English(), new German()])
            Assert.All(keys, key =>
            {
                Assert.Equal(key.GetValue(texts), texts[key.Name]);
                Assert.False(string.IsNullOrWhiteSpace(texts[key.Name]));
            });
    }

    [Fact]
    public void What_is_counted_has_its_plural()
    {
        Assert.Equal(["1 new message", "2 new messages"], [new English().NewMessages(1), new English().NewMessages(2)]);
        Assert.Equal(["1 Person ist da", "0 Leute sind da"], [new German().PeopleHere(1), new German().PeopleHere(0)]);
    }

    [Fact]
    public void A_refusal_is_told_in_the_persons_language_and_an_unknown_one_in_the_servers_words()
    {
        var texts = new German();

        Assert.Equal("Das Passwort ist falsch.", texts.Explain(new RefusedException("the password is wrong", "wrong-password")));
        Assert.Equal("Der Server lehnt ab: not on Sundays", texts.Explain(new RefusedException("not on Sundays", "closed")));
        Assert.Equal("Der Server ist nicht erreichbar.", texts.Explain(new ServerTimeoutException("no answer")));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_key_of_a_file_has_its_words_in_every_language(string file)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(file)!;
        var xml = new byte[stream.Length];
        stream.ReadExactly(xml);

        foreach (Texts texts in (Texts[])[new English(), new German()])
            Assert.DoesNotMatch(Key(), Encoding.UTF8.GetString(Gtk.Wording.Fill(xml, key => texts[key])));
    }

    // A picture of letters says the same in every language, and so does the program's name.
    [Theory]
    [MemberData(nameof(Files))]
    public void No_file_has_words_of_its_own(string file)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(file)!;

        var said = XDocument.Load(stream).Descendants()
            .Where(part => part.Name.LocalName is "property" or "attribute" or "response" or "item")
            .Where(part => part.Name.LocalName == "response" || Shown.Contains((string?)part.Attribute("name")))
            .Select(part => part.Value);

        Assert.DoesNotContain(said, words => words != "Snug" && Key().Replace(words, "").Any(char.IsLetter));
    }

    [Fact]
    public void Words_cannot_become_markup_and_an_unknown_key_is_named()
    {
        var filled = Encoding.UTF8.GetString(Gtk.Wording.Fill("<p>%Send%, 100 %, %d</p>"u8.ToArray(), _ => "a <b> & c"));

        Assert.Equal("<p>a &lt;b&gt; &amp; c, 100 %, %d</p>", filled);
        var missing = Assert.Throws<KeyNotFoundException>(() => new English()["Nonsense"]);
        Assert.Contains("Nonsense", missing.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("%[A-Z][A-Za-z]*%")]
    private static partial Regex Key();
}
