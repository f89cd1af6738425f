using System.Buffers;
using Snug.Protocol;
using Snug.Server.Store;

namespace Snug.Server.Events;

/// <summary>A room: what it is, and its events as far as they are in memory.</summary>
internal sealed class Room(RoomRecord record, long newest)
{
    /// <summary>The room that everyone is in; every database has it from the start.</summary>
    public const long Lobby = 1;

    private readonly RecentEvents recent = new(newest);

    public long Id => record.Id;

    public string Name => record.Name;

    public long Newest => recent.Newest;

    /// <summary>Takes an event that was committed; called in the order of ids.</summary>
    public void Apply(long id, NewEvent happened) =>
        recent.Add(new(id, LineMessage.Encode(happened.User.Name.Value, happened.Text)));

    /// <inheritdoc cref="RecentEvents.TryCopyLines"/>
    public bool TryCopyLines(ref long cursor, long upTo, int maxBytes, IBufferWriter<byte> output) =>
        recent.TryCopyLines(ref cursor, upTo, maxBytes, output);
}
