namespace Snug.Desktop.Gtk;

internal static class Resource
{
    /// <summary>A file of the folder <c>ui</c>, which the program carries within itself.</summary>
    public static byte[] Read(string file)
    {
        using var stream = typeof(Resource).Assembly.GetManifestResourceStream("ui/" + file)
            ?? throw new InvalidOperationException($"The program was built without ui/{file}.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
