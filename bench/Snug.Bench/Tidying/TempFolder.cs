namespace Snug.Bench.Tidying;

/// <summary>An empty folder in the temporary folder. Disposing of it deletes it with all that is in it.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly IDisposable end;

    public TempFolder()
    {
        end = Tidy.Make(() => Directory.CreateTempSubdirectory("snug-bench-").FullName, folder => Directory.Delete(folder, recursive: true), out var path);
        Path = path;
    }

    public string Path { get; }

    public void Dispose() => end.Dispose();
}
