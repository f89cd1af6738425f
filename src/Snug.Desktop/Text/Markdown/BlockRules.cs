using System.Text.RegularExpressions;

namespace Snug.Desktop.Text.Markdown;

// The grammar of marked 18 (https://github.com/markedjs/marked), which the page reads messages with, in what a message can hold.
// `$` is `\z` here, `.` and `\s` are spelled out: .NET's mean other things.
internal static partial class BlockRules
{
    private const string Any = @"[^\n\r\u2028\u2029]";
    private const string Space = $"[{Letters.Space}]";

    private const string RuleMarks = @"(?:(?:-[\t ]*){3,}|(?:_[ \t]*){3,}|(?:\*[ \t]*){3,})";
    private const string RuleLine = @" {0,3}" + RuleMarks + @"(?:\n+|\z)";
    private const string HeadingBegin = " {0,3}#{1,6}(?:" + Space + @"|\z)";
    private const string FenceLine = @" {0,3}(?:`{3,}(?=[^`\n]*(?:\n|\z))|~~~)[^\n]*(?:\n|\z)";

    // Lines that look like HTML end a paragraph, although they are then shown as typed.
    private const string Tags = "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir"
        + "|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu"
        + "|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul";
    private const string HtmlBegin = " {0,3}(?:</?(?:" + Tags + @")(?:[ \t]+|\n|/?>)|<(?:(?:script|pre|style|textarea)(?:[" + Letters.Space
        + @">]|\z)|!--)|<\?|<![A-Za-z]|<!\[CDATA\[)";

    private const string Columns = @" {0,3}((?:\| *)?:?-+:? *(?:\| *:?-+:? *)*(?:\| *)?)";
    private const string TableBegin = @" *[^\n ]" + Any + @"*\n" + Columns + @"(?:\n|\z)";
    private const string Bullet = @" {0,3}(?:[*+-]|[0-9]{1,9}[.)])";

    private const string QuotedParagraph = @"[^\n]+(?:\n(?!" + RuleLine + "|" + HeadingBegin + "| {0,3}>|" + FenceLine + "|" + Bullet
        + @"(?:[ \t]|\n|\z)|" + HtmlBegin + @"|[ \t]+\n)[^\n]+)*";

    [GeneratedRegex(@"\A {0,3}(`{3,}(?=[^`\n]*(?:\n|\z))|~{3,})([^\n]*)(?:\n|\z)(?:|([\s\S]*?)(?:\n|\z))(?: {0,3}(?:(?=`)\1`*|(?=~)\1~*) *(?=\n|\z)|\z)")]
    public static partial Regex Fences();

    [GeneratedRegex(@"\A {0,3}#{1,6}(?=" + Space + @"|\z)(" + Any + @"*)(?:\n+|\z)")]
    public static partial Regex Heading();

    [GeneratedRegex(@"\A" + RuleLine)]
    public static partial Regex Rule();

    [GeneratedRegex(@"\A(?: {0,3}> ?(?:(?![ \t]*(?:\n|\z))(?:" + QuotedParagraph + @")|[^\n]*)(?:\n|\z))+")]
    public static partial Regex Quote();

    [GeneratedRegex(@"\A(" + Bullet + @")(?:[ \t][^\n]*?)?(?:\n|\z)")]
    public static partial Regex List();

    [GeneratedRegex(@"\A *([^\n ]" + Any + @"*)\n" + Columns + @"(?:\n((?:(?! *\n|" + RuleLine + "|" + HeadingBegin
        + @"| {0,3}>|(?: {4}| {0,3}\t)[^\n]|" + FenceLine + @"| {0,3}(?:[*+-]|1[.)])[ \t]|" + HtmlBegin + ")" + Any + @"*(?:\n|\z))*)\n*|\z)")]
    public static partial Regex Table();

    [GeneratedRegex(@"\A[^\n]+(?:\n(?!" + RuleLine + "|" + HeadingBegin + "| {0,3}>|" + FenceLine
        + @"| {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]|" + HtmlBegin + "|" + TableBegin + @"|[ \t]+\n)[^\n]+)*")]
    public static partial Regex Paragraph();

    [GeneratedRegex(@"\A {0,3}(?:[*+-]|1[.)])[ \t]+[^ \t\n]")]
    public static partial Regex ListThatInterrupts();

    [GeneratedRegex(@"\A {0,3}>")]
    public static partial Regex QuoteBegin();

    [GeneratedRegex(@"^( {0,3}>)(\t[ \t]*)", RegexOptions.Multiline)]
    public static partial Regex QuoteMarkAndTab();

    // A dashed line that goes on with a paragraph is to underline nothing.
    [GeneratedRegex(@"\n {0,3}((?:=+|-+)[ \t]*)(?=\n|\z)")]
    public static partial Regex QuotedUnderline();

    [GeneratedRegex(@"^ {0,3}>[ \t]?", RegexOptions.Multiline)]
    public static partial Regex QuoteMark();

    [GeneratedRegex(@"\A\[[ xX]\][ \t]+[^" + Letters.Space + "]")]
    public static partial Regex Task();

    [GeneratedRegex(@"\A\[[ xX]\][ \t]+")]
    public static partial Regex TaskMark();

    [GeneratedRegex(@"\[[ xX]\]")]
    public static partial Regex TaskBox();

    [GeneratedRegex(@"\A(?: {0,3}(?:(?:[*+-]|[0-9]{1,9}[.)])[ \t]+|>[ \t]?))+")]
    public static partial Regex NestedMarks();

    [GeneratedRegex(@"\A {0,3}(?:(?:[*+-]|[0-9]{1,9}[.)])(?: |\z)|> ?)")]
    public static partial Regex NestedMark();

    [GeneratedRegex(@"\n[ \t]*\n[ \t]*\z")]
    public static partial Regex BlankLinesAtEnd();

    [GeneratedRegex(@"\n" + Any + @"*\n")]
    public static partial Regex WholeLine();

    // What may begin within a list's item, which is indented by at most three spaces.
    [GeneratedRegex(@"\A( *)(?:[*+-]|[0-9]{1,9}[.)])(?:[\t ][^\n]*)?(?:\n|\z)")]
    public static partial Regex IndentedBullet();

    [GeneratedRegex(@"\A( *)" + RuleMarks + @"(?:\n+|\z)")]
    public static partial Regex IndentedRule();

    [GeneratedRegex(@"\A( *)(?:```|~~~)")]
    public static partial Regex IndentedFence();

    [GeneratedRegex(@"\A( *)#{1,6}(?:" + Space + @"|\z)")]
    public static partial Regex IndentedHeading();

    [GeneratedRegex(@"\A( *)(?:</?(?:" + Tags + @")(?:[ \t]+|\z|/?>)|<(?:(?:script|pre|style|textarea)(?:[" + Letters.Space
        + @">]|\z)|!--)|<\?|<![A-Z]|<!\[CDATA\[)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    public static partial Regex IndentedHtml();

    [GeneratedRegex(@"\A( *)>")]
    public static partial Regex IndentedQuote();

    // A line that dashes below would underline, were such headings known.
    [GeneratedRegex(@"\A(?!" + Bullet + " |(?: {4}| {0,3}\t)| {0,3}(?:`{3,}|~{3,})| {0,3}>|" + HeadingBegin + "|" + HtmlBegin
        + @"| {0,3}\|?(?:[:\- ]*\|)+[:\- ]*\n)" + Any + @"+\n {0,3}(?:=+|-+) *\z")]
    public static partial Regex Underlined();
}
