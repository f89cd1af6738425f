using Snug.Client;

namespace Snug.Desktop.Model.OverHttp;

/// <summary>The files that the message being written is to carry. They leave at once, while it is written.</summary>
internal sealed class Cargo(ChatApi api, TimeProvider time) : IDisposable
{
    /// <summary>As many as a message may carry (docs/http-api.md).</summary>
    public const int MaxFiles = 10;

    private readonly List<Upload> uploads = [];

    public IReadOnlyList<Upload> Uploads => uploads;

    public bool IsEmpty => uploads.Count == 0;

    /// <summary>All are there.</summary>
    public bool IsReady => uploads.TrueForAll(upload => upload.Sent is not null);

    public event Action? Changed;

    public bool IsFull => uploads.Count == MaxFiles;

    /// <summary>Takes a file along, and sends it off.</summary>
    public void Add(FileToSend file)
    {
        var upload = new Upload(file, api, time);
        uploads.Add(upload);
        upload.Ended += () => Changed?.Invoke();
        Changed?.Invoke();
        _ = upload.RunAsync();
    }

    public void Remove(Upload upload)
    {
        upload.Dispose();
        if (uploads.Remove(upload)) Changed?.Invoke();
    }

    /// <summary>Hands over what is there, and is empty again.</summary>
    public IReadOnlyList<Attachment> Take()
    {
        var files = uploads.Select(upload => upload.Sent!).ToList();
        uploads.ForEach(upload => upload.Dispose());
        uploads.Clear();
        Changed?.Invoke();
        return files;
    }

    /// <summary>Nothing of it is wanted any more.</summary>
    public void Dispose() => uploads.ForEach(upload => upload.Dispose());
}
