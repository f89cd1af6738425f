using Snug.Server.Events;
using Snug.Server.Store;

namespace Snug.Server.Talk;

/// <summary>A file that somebody wants to send.</summary>
/// <param name="Name">What they call it.</param>
/// <param name="Type">What they take it for.</param>
/// <param name="Length">Its bytes as announced; null where they were not.</param>
internal sealed record UploadRequest(string? Name, string? Type, long? Length, Stream Body);

/// <summary>Sending files, and who may have them.</summary>
internal sealed class Uploads(ChatState state, Log log, UploadFiles files, TimeProvider time) : IDisposable
{
    private readonly Turns incoming = new(Limits.UploadsAtOnce, Limits.UploadsAtOnceInAll);
    private readonly Turns outgoing = new(Limits.DownloadsAtOnce, Limits.DownloadsAtOnceInAll);

    /// <summary>Takes in a file, which a message of its sender may carry then.</summary>
    public async Task<Answer<UploadRecord>> AddAsync(Session session, UploadRequest wanted, CancellationToken cancel)
    {
        var asker = session.Person;
        if (ReadName(wanted.Name) is not { } name) return Refusal.Invalid("invalid-file-name", $"a file's name has 1 to {Limits.UploadName} characters");
        if (wanted.Length > Limits.UploadBytes) return TooLarge;
        if (session.TryPost() is { } pause) return Refusal.TooFast(pause);
        if (!await HasSpaceAsync(asker, wanted.Length ?? 1)) return Refusal.NoSpace;
        using var turn = await incoming.TakeAsync(asker, cancel);
        if (turn is null) return Refusal.TooManyFiles;

        var id = Tokens.Create();
        var file = await files.ReceiveAsync(id, wanted.Body, cancel);
        var kept = await KeepAsync(asker, id, name, wanted.Type, file);
        if (!kept.IsGranted) files.Discard(id);
        return kept;
    }

    /// <summary>A file that the asker sent, or that a message carries which the asker may see.</summary>
    public async Task<Answer<UploadRecord>> FindAsync(Person asker, string id)
    {
        var found = await log.ReadAsync(connection => UploadQueries.Find(connection, [id]));
        return found is [var file] && (file.User == asker.Id || (file.Room is { } room && state.RoomFor(asker, room) is not null)) && File.Exists(PathOf(file))
            ? file
            : Refusal.NotFound;
    }

    public string PathOf(UploadRecord file) => files.PathOf(file.Hash);

    /// <summary>Waits until a file may go out; null when the asker has too many on their way.</summary>
    public ValueTask<IDisposable?> TakeTurnAsync(Person asker, CancellationToken cancel) => outgoing.TakeAsync(asker, cancel);

    public void Dispose()
    {
        incoming.Dispose();
        outgoing.Dispose();
    }

    private static readonly Refusal TooLarge = Refusal.TooLarge($"a file has at most {Limits.UploadBytes / 1024 / 1024} MiB");

    private async Task<Answer<UploadRecord>> KeepAsync(Person asker, string id, string name, string? declared, ReceivedFile file)
    {
        if (file.Size == 0) return Refusal.Invalid("empty-file", "the file is empty");
        if (file.Size > Limits.UploadBytes) return TooLarge;
        // Whatever was announced. Those that came in meanwhile may go past the bound, by as many as come in at once.
        if (!await HasSpaceAsync(asker, file.Size)) return Refusal.NoSpace;

        var upload = new UploadRecord(id, name, FileType.Of(file.Head.Span, declared), file.Size) { Hash = file.Hash, User = asker.Id };
        if (await log.EnsureAsync(new AddUpload(upload, time.Now())) is { } refusal) return refusal;
        await files.KeepAsync(id, file);
        return upload;
    }

    private async Task<bool> HasSpaceAsync(Person asker, long size)
    {
        var most = asker.User.Role == Role.Guest ? Limits.UploadBytesPerGuest : Limits.UploadBytesPerMember;
        var (count, bytes) = await log.ReadAsync(connection => UploadQueries.OfUser(connection, asker.Id));
        return count < Limits.UploadsPerUser && bytes + size <= most
            && files.Bytes + size <= Limits.UploadBytesInAll && files.Free - size >= Limits.DiskReserve;
    }

    // A name alone, never a path: what saves it may believe it.
    private static string? ReadName(string? wanted)
    {
        if (MessageText.ReadLine(wanted ?? "", Limits.UploadName) is not { } line) return null;
        var name = line.Replace('/', '_').Replace('\\', '_');
        return name.All(c => c is '.' or ' ') ? null : name;
    }
}
