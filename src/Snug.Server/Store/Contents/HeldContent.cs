namespace Snug.Server.Store.Contents;

/// <summary>A content that lies in a file for as long as this is held.</summary>
internal sealed class HeldContent(string path, Action? release = null) : IDisposable
{
    private Action? release = release;

    public string Path => path;

    public void Dispose() => Interlocked.Exchange(ref release, null)?.Invoke();
}
