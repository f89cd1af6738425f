namespace Snug.Server.Doors.Http;

/// <summary>A file of the page as it is, and as it was compressed when the page was built.</summary>
/// <param name="Type">Its media type.</param>
/// <param name="Forms">The smallest first; the last is the file itself.</param>
internal sealed record PageFile(string Type, IReadOnlyList<PageForm> Forms)
{
    private static readonly (string Ending, string Coding)[] Codings = [(".br", "br"), (".gz", "gzip")];

    public static bool IsCompressed(string path) => Codings.Any(known => path.EndsWith(known.Ending, StringComparison.Ordinal));

    public static PageFile Read(string path, string type)
    {
        var compressed = Codings.Where(known => File.Exists(path + known.Ending)).Select(known => PageForm.Read(path + known.Ending, known.Coding));
        var written = type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type;
        return new(written, [.. compressed, PageForm.Read(path, null)]);
    }

    /// <summary>The smallest form that the asker understands.</summary>
    public PageForm For(HttpRequest request)
    {
        var understood = request.GetTypedHeaders().AcceptEncoding.Where(coding => coding.Quality is not 0).Select(coding => coding.Value.ToString()).ToList();
        return Forms.First(form => form.Coding is null || understood.Contains(form.Coding, StringComparer.OrdinalIgnoreCase));
    }
}
