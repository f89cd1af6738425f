using System.Text;
using Snug.Desktop.Text.Links;

namespace Snug.Desktop.Text.Markdown;

internal sealed partial class InlineLexer
{
    private sealed partial class Run
    {
        private readonly bool hasClosingParenthesis = text.Contains(')', StringComparison.Ordinal);

        private bool IsPicture => text[at] == '!';

        private bool Link()
        {
            if (!(text[at] == '[' || IsPicture && at + 1 < text.Length && text[at + 1] == '[')) return false;
            if (lexer.budget.Deeper(FindLink) is not var (length, inline)) return false;
            return Take(length, inline);
        }

        private Tuple<int, Inline>? FindLink()
        {
            if (!hasClosingParenthesis || InlineRules.Link().Match(text, at) is not { Success: true } found) return null;
            var (raw, label, href) = (found.Value, found.Groups[1].Value, found.Groups[2].Value);
            if (EndsWithinTag(label)) return null;
            if (Letters.Trim(href) is ['<', ..] bracketed)
            {
                if (bracketed.Length < 2 || bracketed[^1] != '>' || IsTakenBack(bracketed)) return null;
            }
            else
            {
                if (ClosingParenthesis(href) is not { } close) return null;
                if (close < href.Length)
                {
                    raw = Letters.Trim(raw[..((IsPicture ? 5 : 4) + label.Length + close)]);
                    href = href[..close];
                }
            }
            if (IsTakenBack(raw)) return null;
            href = Letters.Trim(href);
            return Leads(raw, label, Unescape(href is ['<', ..] ? href[1..^1] : href));
        }

        private Tuple<int, Inline>? Leads(string raw, string label, string href)
        {
            var (wasInLink, hadLink) = (lexer.isInLink, lexer.hasLink);
            (lexer.isInLink, lexer.hasLink) = (true, false);
            var inlines = lexer.Read(UnescapeLabel(label));
            var holdsLink = lexer.hasLink;
            (lexer.isInLink, lexer.hasLink) = (wasInLink, hadLink);
            if (!IsPicture)
            {
                if (holdsLink) return null;
                lexer.hasLink = true;
            }
            return new(raw.Length, ToLink(raw, inlines, href));
        }

        // A picture is a link too: showing it would tell its server who reads here.
        private static Inline ToLink(string raw, IReadOnlyList<Inline> inlines, string href)
        {
            if (Address.Of(href) is not { } address) return new Inline.Plain(raw);
            var said = PlainText.Of(inlines);
            if (Letters.IsBlank(said)) (inlines, said) = ([new Inline.Plain(href)], href);
            return new Inline.Link(address, inlines, HiddenHost.Of(said, address));
        }

        // What looks like a reference is a bracket, and then whatever follows.
        private bool Bracket()
        {
            if (text[at] is not ('[' or '!')) return false;
            var found = InlineRules.ReferenceLink().Match(text, at);
            if (!found.Success) found = InlineRules.BareReference().Match(text, at);
            return found.Success && !EndsWithinTag(found.Groups[1].Value) && TakeText(1);
        }

        private bool BracketedAddress()
        {
            if (text[at] != '<' || InlineRules.Bracketed().Match(text, at) is not { Success: true } found) return false;
            var said = found.Groups[1].Value;
            var href = found.Groups[2].Success ? "mailto:" + said : said;
            return Take(found.Length, ToLink(found.Value, [new Inline.Plain(said)], href));
        }

        private bool BareAddress()
        {
            if (lexer.isInLink || InlineRules.Url().Match(text, at) is not { Success: true } found) return false;
            var said = found.Value;
            var isMail = found.Groups["mail"].Success;
            if (!isMail) said = WithoutSentence(said);
            if (said.Length == 0) return false;
            var href = isMail ? "mailto:" + said : found.Groups[1].Value == "www." ? "http://" + said : said;
            return Take(said.Length, ToLink(said, [new Inline.Plain(said)], href));
        }

        private static string WithoutSentence(string address)
        {
            for (address = address.TrimEnd('?', '!', '.', ',', ':', '*', '_', '\'', '"', '~'); ;)
            {
                var shorter = InlineRules.WithoutSentence().Match(address).Value;
                if (shorter == address) return address;
                address = shorter;
            }
        }

        private bool EndsWithinTag(string label)
        {
            if (!label.Contains('<', StringComparison.Ordinal)) return false;
            var start = at + (IsPicture ? 2 : 1);
            for (var i = 0; i < label.Length; i++)
            {
                if (label[i] == '\\') i++;
                else if (CodeSpan.At(label, i) is { } code) i += code.Length - 1;
                else if (label[i] == '<' && Mask.TagAt(text, start + i) is > 0 and var tag)
                {
                    if (tag > label.Length - i) return true;
                    i += tag - 1;
                }
            }
            return false;
        }

        // Whether a backslash stands before the last character, which is not itself taken back.
        private static bool IsTakenBack(string part)
        {
            var slashes = 0;
            while (slashes < part.Length - 1 && part[^(slashes + 2)] == '\\') slashes++;
            return slashes % 2 == 1;
        }

        /// <returns>Where an address in parentheses ends; null where it opens more than it closes.</returns>
        private static int? ClosingParenthesis(string href)
        {
            var open = 0;
            for (var i = 0; i < href.Length; i++)
            {
                if (href[i] == '\\') i++;
                else if (href[i] == '(') open++;
                else if (href[i] == ')' && --open < 0) return i;
            }
            return open > 0 ? null : href.Length;
        }

        private static string UnescapeLabel(string label)
        {
            if (!label.Contains('\\', StringComparison.Ordinal)) return label;
            var plain = new StringBuilder(label.Length);
            for (var i = 0; i < label.Length; i++)
            {
                if (CodeSpan.At(label, i) is { } code)
                {
                    plain.Append(label, i, code.Length);
                    i += code.Length - 1;
                    continue;
                }
                if (label[i] == '\\' && i + 1 < label.Length && label[i + 1] is ('[' or ']')) i++;
                plain.Append(label[i]);
            }
            return plain.ToString();
        }
    }
}
