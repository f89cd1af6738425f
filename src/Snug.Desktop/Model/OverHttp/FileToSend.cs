namespace Snug.Desktop.Model.OverHttp;

/// <summary>A file as it is sent.</summary>
/// <param name="Name">What it is called there.</param>
/// <param name="Type">Its media type; the server looks for itself, too.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Open">Opens it anew for each try.</param>
internal sealed record FileToSend(string Name, string Type, long Size, Func<Stream> Open)
{
    public static FileToSend Of(byte[] bytes, string name, string type) => new(name, type, bytes.Length, () => new MemoryStream(bytes, writable: false));

    /// <exception cref="IOException">It cannot be read.</exception>
    public static FileToSend Of(string path, string name, string type = "application/octet-stream") =>
        new(name, type, new FileInfo(path).Length, () => File.OpenRead(path));
}
