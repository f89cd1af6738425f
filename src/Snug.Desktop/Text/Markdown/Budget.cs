namespace Snug.Desktop.Text.Markdown;

/// <summary>What reading one message may cost.</summary>
internal sealed class Budget
{
    /// <summary>Quotes and lists within each other, and bold within italic within …: more than anybody means, little enough for the stack.</summary>
    private const int Deepest = 10;

    /// <summary>Lists, quotes, links and emphasis looked for in one message: each may look through all that follows it.</summary>
    private const int MostLooks = 300;

    private int depth;
    private int looks;

    /// <summary>Reads something that may hold more of its kind; null where that would be too deep or too often.</summary>
    public T? Deeper<T>(Func<T?> read) where T : class
    {
        if (depth >= Deepest || ++looks > MostLooks) return null;
        depth++;
        try
        {
            return read();
        }
        finally
        {
            depth--;
        }
    }
}
