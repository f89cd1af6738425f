using System.Text.RegularExpressions;

namespace Snug.Desktop.Text.Markdown;

// As BlockRules, for what is within lines. `\G` is where one reads.
internal static partial class InlineRules
{
    private const string Space = $"[{Letters.Space}]";
    private const string NoSpace = $"[^{Letters.Space}]";

    private const string Brackets = @"\[(?:\\[\s\S]|[^\[\]\\])*\]";
    private const string Label = @"(?:\[(?:" + Brackets + @"|\\[\s\S]|[^\[\]\\])*\]|\\[\s\S]|`+(?!`)[^`]*?`+(?!`)|``+(?=\])|[^\[\]\\`])*?";
    private const string Reference = @"(?!" + Space + @"*\])(?:\\[\s\S]|[^\[\]\\\n]|\n(?![ \t]*\n))+";
    private const string Href = @"<(?:\\" + @"[^\n\r\u2028\u2029]|[^\n<>\\])*>|(?!<)[^ \t\n\x00-\x1f]+|(?=\))";
    private const string Title = @"""(?:\\[\s\S]|[^""\\])*""|'(?:\\[\s\S]|[^'\\])*'|\((?:\\[\s\S]|[^)\\])*\)";

    private const string Attribute = Space + @"+[a-zA-Z:_][A-Za-z0-9_.:-]*(?:" + Space + "*=" + Space + @"*""[^""]*""|" + Space + "*=" + Space
        + "*'[^']*'|" + Space + "*=" + Space + @"*[^" + Letters.Space + @"""'=<>`]+)?";

    private const string Scheme = "(?:[hH][tT][tT][pP][sS]?|[fF][tT][pP])";
    private const string Mail = @"[A-Za-z0-9._+-]+@[a-zA-Z0-9-_]+(?:\.[a-zA-Z0-9-_]*[a-zA-Z0-9])+(?![A-Za-z0-9_-])";
    private const string MailLetter = @"[a-zA-Z0-9.!#$%&'*+/=?_`{|}~-]";
    private const string Host = "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?";

    [GeneratedRegex(@"\G!?\[(" + Label + @")\]\([ \t\n]*(" + Href + @")(?:(?:[ \t]+(?:\n[ \t]*)?|\n[ \t]*)(?:" + Title + @"))?[ \t\n]*\)")]
    public static partial Regex Link();

    // No message defines references: what looks like one is its bracket and then whatever follows.
    [GeneratedRegex(@"\G!?\[(" + Label + @")\]\[" + Reference + @"\]")]
    public static partial Regex ReferenceLink();

    [GeneratedRegex(@"\G!?\[(" + Reference + @")\]")]
    public static partial Regex BareReference();

    [GeneratedRegex(@"\G(?:<!--(?:-?>|[\s\S]*?-->)|</[a-zA-Z][a-zA-Z0-9-]*" + Space + "*>|<[a-zA-Z][a-zA-Z0-9-]*(?:" + Attribute + ")*?" + Space
        + @"*/?>|<\?[\s\S]*?\?>|<![a-zA-Z]+" + Space + @"[\s\S]*?>|<!\[CDATA\[[\s\S]*?\]\]>)")]
    public static partial Regex Tag();

    [GeneratedRegex(@"\G<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^" + Letters.Space + @"\x00-\x1f<>]*|" + MailLetter + @"+(@)" + Host + @"(?:\." + Host
        + @")+(?![-_]))>")]
    public static partial Regex Bracketed();

    [GeneratedRegex(@"\G(?:(?:mailto:" + Mail + "|xmpp:" + Mail + @"(?:/[A-Za-z0-9@.]+)?)|(" + Scheme + @"://|www\.)[a-zA-Z0-9\-][^" + Letters.Space
        + @"<]*|(?<mail>" + Mail + "))")]
    public static partial Regex Url();

    // The part of an address that is not the end of the sentence around it.
    [GeneratedRegex(@"(?:[^?!.,:;*_'""~()&]+|\([^)]*\)|&(?![a-zA-Z0-9]+;\z)|[?!.,:;*_'""~)]+(?!\z))+")]
    public static partial Regex WithoutSentence();

    [GeneratedRegex(@"\G(?:[^a-zA-Z0-9](?=(?:mailto|xmpp):)|(?:`+|~+|[^`~])(?:(?=[`~])|(?= *\n)|(?=" + MailLetter + @"+@)|[\s\S]*?(?:(?=[\\<!\[`*~_]|"
        + @" *\n|" + Scheme + @"://|(?<![^" + Letters.Space + @"*_~(])www\.|\z)|[^ ](?= *\n)|[^a-zA-Z0-9](?=(?:mailto|xmpp):)"
        + @"|[^a-zA-Z0-9.!#$%&'*+/=?_`{|}~-](?=" + MailLetter + @"+@))))")]
    public static partial Regex Text();

    // Within these no emphasis begins or ends.
    [GeneratedRegex(@"\[(?:[^\[\]`]|(?<a>`+)[^`]+\k<a>(?!`))*?\]\((?:\\[\s\S]|[^\\()]|\((?:\\[\s\S]|[^\\()])*\))*\)|(?<!`)(?<b>`+)[^`]+\k<b>(?!`)|<(?! )[^<>]*?>")]
    public static partial Regex Masked();
}
