namespace Snug.Server.Doors.Http;

/// <summary>A file of the page as it is, and as it was compressed when the page was built.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Forms">The smallest first; the last is the file itself.</param>
internal sealed record PageFile(string Type, IReadOnlyList<PageForm> Forms)
{
    private static readonly (string Ending, string Coding)[] Codings = [(".br", "br"), (".gz", "gzip")];

    public static bool IsCompressed(string address) => Codings.Any(known => address.EndsWith(known.Ending, StringComparison.Ordinal));

    /// <param name="files">All files of the page by their addresses.</param>
    /// <param name="address">Which of them, as it was before it was compressed.</param>
    /// <param name="type">Its media type, without a charset.</param>
    public static PageFile Of(IReadOnlyDictionary<string, byte[]> files, string address, string type)
    {
        var compressed = Codings.Where(known => files.ContainsKey(address + known.Ending)).Select(known => PageForm.Of(files[address + known.Ending], known.Coding));
        var written = type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
        return new(written, [.. compressed, PageForm.Of(files[address], null)]);
    }

    /// <summary>The smallest form that the asker understands.</summary>
    public PageForm For(HttpRequest request)
    {
        var understood = request.GetTypedHeaders().AcceptEncoding.Where(coding => coding.Quality is not 0).Select(coding => coding.Value.ToString()).ToList();
        return Forms.First(form => form.Coding is null || understood.Contains(form.Coding, StringComparer.OrdinalIgnoreCase));
    }
}
