using System.Globalization;

namespace Snug.Desktop.Text.Markdown;

internal sealed partial class BlockLexer
{
    private BlockToken? TryList(string src) => BlockRules.List().IsMatch(src) ? budget.Deeper(() => List(src)) : null;

    private BlockToken? List(string src)
    {
        var first = BlockRules.List().Match(src);
        if (!first.Success || last?.Kind == TokenKind.Text && !BlockRules.ListThatInterrupts().IsMatch(src)) return null;

        var bullet = Letters.Trim(first.Groups[1].Value);
        var (items, end) = ReadItems(src, bullet);
        if (items.Count == 0) return null;
        items[^1].Raw = Letters.TrimEnd(items[^1].Raw);
        items[^1].Text = Letters.TrimEnd(items[^1].Text);
        var isLoose = IsParted(items);
        foreach (var item in items)
        {
            isTop = false;
            item.Children = Read(item.Text);
            isLoose |= item.Children.Any(child => child.Kind == TokenKind.Space && BlockRules.WholeLine().IsMatch(child.Raw));
        }
        foreach (var item in items) FindTask(item);
        if (isLoose)
            foreach (var line in items.SelectMany(item => item.Children).Where(child => child.Kind == TokenKind.Text))
                line.Kind = TokenKind.Paragraph;
        int? start = bullet.Length > 1 ? int.Parse(bullet.AsSpan(..^1), NumberStyles.None, CultureInfo.InvariantCulture) : null;
        return new(TokenKind.List, Letters.TrimEnd(src[..end])) { Start = start, Items = items };
    }

    // An empty line between two items, or more of them within one, part the items' paragraphs.
    private static bool IsParted(List<ListItem> items) =>
        items.SkipLast(1).Any(item => BlockRules.BlankLinesAtEnd().IsMatch(item.Raw));

    private static void FindTask(ListItem item)
    {
        if (!BlockRules.Task().IsMatch(item.Text)) return;
        if (item.Children.FirstOrDefault() is not { Kind: TokenKind.Text or TokenKind.Paragraph } line) return;
        line.Text = BlockRules.TaskMark().Replace(line.Text, "");
        item.Checked = BlockRules.TaskBox().Match(item.Raw).Value != "[ ]";
    }

    private static (List<ListItem> Items, int End) ReadItems(string list, string bullet)
    {
        List<ListItem> items = [];
        var at = 0;
        while (at < list.Length && ContentOf(list, at, bullet) is { } content && !BlockRules.Rule().IsMatch(LineAt(list, at)))
        {
            var item = new ItemReader(list, at, content);
            item.Read();
            items.Add(new() { Raw = list[at..item.End], Text = item.Text });
            at = item.End;
        }
        return (items, at);
    }

    /// <summary>Where an item's text begins, if a line begins with the list's bullet, or with any number before the list's own sign.</summary>
    private static int? ContentOf(string list, int at, string bullet)
    {
        var i = at;
        while (i < at + 3 && i < list.Length && list[i] == ' ') i++;
        var number = i;
        if (bullet.Length > 1)
            while (i < number + 9 && i < list.Length && char.IsAsciiDigit(list[i])) i++;
        var hasNumber = i > number;
        if (hasNumber != bullet.Length > 1 || i == list.Length || list[i] != bullet[^1]) return null;
        return ++i == list.Length || list[i] is ' ' or '\t' or '\n' ? i : null;
    }

    private static string LineAt(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? text[at..end] : text[at..];
}
