using Snug.Server.Events;
using Snug.Server.Store;
using Snug.Server.Store.Contents;

namespace Snug.Server.Talk;

/// <summary>A file that somebody wants to send.</summary>
/// <param name="Name">What they call it.</param>
/// <param name="Type">What they take it for.</param>
/// <param name="Length">Its bytes as announced; null where they were not.</param>
internal sealed record UploadRequest(string? Name, string? Type, long? Length, Stream Body);

/// <summary>A file as it goes out, to be let go of afterwards.</summary>
internal sealed record OutgoingFile(UploadRecord Upload, HeldContent Content);

/// <summary>Sending files, and who may have them.</summary>
internal sealed class Uploads(ChatState state, Log log, IContents contents, UploadSpace space, TimeProvider time) : IDisposable
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
        var file = await contents.ReceiveAsync(id, wanted.Body, cancel);
        var stored = await StoreOrDiscardAsync(asker, id, name, wanted.Type, file, cancel);
        if (stored.IsGranted) await contents.KeepAsync(id, file);
        return stored;
    }

    /// <summary>A file that the asker sent, or that a message carries which the asker may see.</summary>
    public async Task<Answer<OutgoingFile>> OpenAsync(Person asker, string id, CancellationToken cancel)
    {
        var found = await log.ReadAsync(connection => UploadQueries.Find(connection, [id]), cancel);
        return found is [var file] && (file.User == asker.Id || (file.Room is { } room && state.RoomFor(asker, room) is not null))
            && await contents.OpenAsync(file, cancel) is { } content
            ? new OutgoingFile(file, content)
            : Refusal.NotFound;
    }

    /// <summary>Waits until a file may go out; null when the asker has too many on their way.</summary>
    public ValueTask<IDisposable?> TakeTurnAsync(Person asker, CancellationToken cancel) => outgoing.TakeAsync(asker, cancel);

    public void Dispose()
    {
        incoming.Dispose();
        outgoing.Dispose();
    }

    private static readonly Refusal TooLarge = Refusal.TooLarge($"a file has at most {Limits.UploadBytes / 1024 / 1024} MiB");

    // Whatever goes wrong before its row is there, nothing of the file is left here.
    private async Task<Answer<UploadRecord>> StoreOrDiscardAsync(Person asker, string id, string name, string? declared, ReceivedFile file, CancellationToken cancel)
    {
        var isStored = false;
        try
        {
            var stored = await StoreAsync(asker, id, name, declared, file, cancel);
            isStored = stored.IsGranted;
            return stored;
        }
        finally
        {
            if (!isStored) contents.Discard(id);
        }
    }

    private async Task<Answer<UploadRecord>> StoreAsync(Person asker, string id, string name, string? declared, ReceivedFile file, CancellationToken cancel)
    {
        if (file.Size == 0) return Refusal.Invalid("empty-file", "the file is empty");
        if (file.Size > Limits.UploadBytes) return TooLarge;
        // Whatever was announced. Those that came in meanwhile may go past the bound, by as many as come in at once.
        if (!await HasSpaceAsync(asker, file.Size)) return Refusal.NoSpace;

        var upload = new UploadRecord(id, name, FileType.Of(file.Head.Span, declared), file.Size) { Hash = file.Hash, User = asker.Id };
        for (var tries = 0; tries < Limits.ContentTries; tries++)
        {
            var parts = await contents.PrepareAsync(id, file, cancel);
            var carriedOut = await log.CarryOutAsync(new AddUpload(upload, time.Now(), parts));
            if (!carriedOut.IsGranted) return carriedOut.Refusal;
            if (carriedOut.Value is Outcome.Moot) continue;
            space.Add(file.Size);
            return upload;
        }
        return Refusal.Unavailable;
    }

    private async Task<bool> HasSpaceAsync(Person asker, long size)
    {
        var most = asker.User.Role == Role.Guest ? Limits.UploadBytesPerGuest : Limits.UploadBytesPerMember;
        var (count, bytes) = await log.ReadAsync(connection => UploadQueries.OfUser(connection, asker.Id));
        return count < Limits.UploadsPerUser && bytes + size <= most
            && await space.TakenAsync() + size <= Limits.UploadBytesInAll && contents.Free - size >= Limits.DiskReserve;
    }

    // A name alone, never a path: what saves it may believe it.
    private static string? ReadName(string? wanted)
    {
        if (MessageText.ReadLine(wanted ?? "", Limits.UploadName) is not { } line) return null;
        var name = line.Replace('/', '_').Replace('\\', '_');
        return name.All(c => c is '.' or ' ') ? null : name;
    }
}
