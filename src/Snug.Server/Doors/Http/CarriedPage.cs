namespace Snug.Server.Doors.Http;

/// <summary>The page that the build put into the program, so that the program is one file wherever it goes.</summary>
internal static class CarriedPage
{
    // What Snug.Web.targets calls them.
    private const string Prefix = "page";

    /// <returns>The files by their addresses, such as <c>/index.html</c>; none where the server was built without a page.</returns>
    public static IReadOnlyDictionary<string, byte[]> Read()
    {
        var program = typeof(CarriedPage).Assembly;
        return program.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix + "/", StringComparison.Ordinal))
            // MSBuild writes folders as the machine does that it runs on.
            .ToDictionary(name => name[Prefix.Length..].Replace('\\', '/'), name => Bytes(program.GetManifestResourceStream(name)!));
    }

    private static byte[] Bytes(Stream resource)
    {
        using (resource)
        {
            var bytes = new byte[resource.Length];
            resource.ReadExactly(bytes);
            return bytes;
        }
    }
}
