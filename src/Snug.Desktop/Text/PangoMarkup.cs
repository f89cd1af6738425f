using System.Globalization;
using System.Text;
using Snug.Desktop.Text.Links;
using Snug.Desktop.Text.Markdown;

namespace Snug.Desktop.Text;

/// <summary>
/// Lines of a message as Pango's markup. All that comes from the message is escaped; elements come from here alone, and their
/// colours are seen through, so that they fit on light and on dark.
/// </summary>
internal static class PangoMarkup
{
    /// <summary>The scheme of links to rooms: no message can have made one, only http, https and mailto are links there.</summary>
    public const string RoomScheme = "snug-room:";

    public static string Of(IReadOnlyList<Inline> inlines, KnownNames names)
    {
        // A word that is too long is broken, without a hyphen that nobody typed.
        var markup = new StringBuilder("<span insert_hyphens=\"false\">");
        new Writer(markup, names).Write(inlines);
        return markup.Append("</span>").ToString();
    }

    /// <summary>The text as it is within markup. Control characters and halves of pairs, which are no text, are left out.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case '"': escaped.Append("&quot;"); break;
                case '\'': escaped.Append("&apos;"); break;
                case '\n' or '\t': escaped.Append((char)rune.Value); break;
                default: if (!Rune.IsControl(rune)) escaped.Append(rune); break;
            }
        }
        return escaped.ToString();
    }

    private sealed class Writer(StringBuilder markup, KnownNames names)
    {
        private bool isInLink;

        public void Write(IReadOnlyList<Inline> inlines)
        {
            foreach (var inline in inlines) Write(inline);
        }

        private void Write(Inline inline)
        {
            switch (inline)
            {
                case Inline.Plain plain: Names(plain.Text); break;
                case Inline.Break: markup.Append('\n'); break;
                case Inline.Code code: Code(code.Text); break;
                case Inline.Strong strong: Within("b", strong.Inlines); break;
                case Inline.Emphasis emphasis: Within("i", emphasis.Inlines); break;
                case Inline.Strike strike: Within("s", strike.Inlines); break;
                case Inline.Link link: Link(link); break;
            }
        }

        private void Within(string element, IReadOnlyList<Inline> inlines)
        {
            markup.Append(CultureInfo.InvariantCulture, $"<{element}>");
            Write(inlines);
            markup.Append(CultureInfo.InvariantCulture, $"</{element}>");
        }

        private void Code(string text) =>
            Isolated($"<span font_family=\"monospace\" background=\"#808080\" bgalpha=\"20%\">", text, "</span>");

        private void Names(string text)
        {
            foreach (var piece in NameSplitter.Split(text, names))
            {
                if (piece is NamePiece.Person person)
                    Isolated($"<span weight=\"{(person.IsMe ? 700 : 600)}\" background=\"#3584e4\" bgalpha=\"{(person.IsMe ? 45 : 20)}%\">", person.Text, "</span>");
                else if (piece is NamePiece.Room room && !isInLink)
                    Isolated($"<a href=\"{RoomScheme}{room.Id.ToString(CultureInfo.InvariantCulture)}\">", room.Text, "</a>");
                else markup.Append(Escape(piece.Text));
            }
        }

        private void Link(Inline.Link link)
        {
            // A link within one would end it.
            if (isInLink)
            {
                Write(link.Inlines);
                return;
            }
            var href = Escape(link.Address.Href);
            // The tooltip is markup again.
            markup.Append(CultureInfo.InvariantCulture, $"<a href=\"{href}\" title=\"{Escape(href)}\">");
            isInLink = true;
            if (link.Host is not null) markup.Append(FirstStrongIsolate);
            Write(link.Host is null ? link.Inlines : [new Inline.Plain(WithoutTurns(PlainText.Of(link.Inlines)))]);
            if (link.Host is { } host) Isolated(PopIsolate + " <small><span alpha=\"70%\">", $"({host})", "</span></small>");
            isInLink = false;
            markup.Append("</a>");
        }

        // What stands apart must not rearrange what is around it.
        private void Isolated(string begin, string text, string end) =>
            markup.Append(begin).Append(FirstStrongIsolate).Append(Escape(WithoutTurns(text))).Append(PopIsolate).Append(end);

        private static string WithoutTurns(string text) => HiddenHost.Turning().Replace(text, "");

        private const char FirstStrongIsolate = '\u2068', PopIsolate = '\u2069';
    }
}
