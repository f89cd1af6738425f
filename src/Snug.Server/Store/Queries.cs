using System.Globalization;
using System.Data.Common;
using Snug.Protocol;

namespace Snug.Server.Store;

/// <summary>Readings that several callers share.</summary>
internal static class Queries
{
    /// <summary>The messages with these ids, in their order, without those that were deleted.</summary>
    public static List<MessageRecord> Messages(DbConnection connection, IReadOnlyCollection<long> ids, DbTransaction? transaction = null) =>
        ids.Count == 0 ? [] : MessagesWhere(connection, $"e.id IN ({Join(ids)}) ORDER BY e.id", transaction, []);

    /// <param name="connection">Where to read.</param>
    /// <param name="condition">A constant condition on the event <c>e</c>, with its order and limit.</param>
    /// <param name="transaction">What to read in; null for a connection that is in none.</param>
    /// <param name="values">The condition's parameters.</param>
    public static List<MessageRecord> MessagesWhere(
        DbConnection connection, string condition, DbTransaction? transaction, params ReadOnlySpan<object?> values)
    {
        var found = connection.Query(
            $"""
            SELECT {MessageColumns}
            FROM events e JOIN users u ON u.id = e.user_id WHERE e.type = 'message' AND e.text IS NOT NULL AND {condition}
            """,
            row => (Message: ReadMessage(row), HasMore: row.GetBoolean(9)), transaction, values);
        var messages = found.ConvertAll(one => one.Message);
        var rich = found.FindAll(one => one.HasMore);
        if (rich.Count == 0) return messages;

        var ids = Join(rich.Select(one => one.Message.Id));
        var uploads = connection.Query($"{SelectUpload} WHERE p.message IN ({ids}) ORDER BY p.at, p.id", row => (row.GetInt64(7), ReadUpload(row)), transaction)
            .ToLookup(found => found.Item1, found => found.Item2);
        var reactions = connection.Query(
                $"SELECT r.message, r.emoji, u.name FROM reactions r JOIN users u ON u.id = r.user_id WHERE r.message IN ({ids}) ORDER BY r.at, r.user_id",
                row => (Message: row.GetInt64(0), Emoji: row.GetString(1), User: row.GetString(2)), transaction)
            .ToLookup(found => found.Message);

        return messages.ConvertAll(message => message with
        {
            Attachments = [.. uploads[message.Id]],
            Reactions = [.. reactions[message.Id].GroupBy(r => r.Emoji).Select(group => new ReactionRecord(group.Key, [.. group.Select(r => r.User)]))],
        });
    }

    /// <summary>What <see cref="ReadMessage"/> reads, and whether the message has files or reactions: few have, and those of the others are not asked for.</summary>
    public const string MessageColumns =
        """
        e.id, e.room, e.user_id, u.name, e.at, e.text, e.nonce, e.edited_at, e.reply_to,
        EXISTS (SELECT 1 FROM uploads p WHERE p.message = e.id) OR EXISTS (SELECT 1 FROM reactions r WHERE r.message = e.id)
        """;

    public const string SelectUpload =
        "SELECT p.id, p.name, p.type, p.size, p.hash, p.user_id, e.room, p.message FROM uploads p LEFT JOIN events e ON e.id = p.message";

    public static UploadRecord ReadUpload(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3))
        {
            Hash = row.GetString(4),
            User = row.GetInt64(5),
            Room = row.Number(6),
        };

    public static UserRecord ReadUser(DbDataReader row) =>
        UserName.TryParse(row.GetString(1), out var name)
            ? new(row.GetInt64(0), name, row.Word<Role>(2), row.Text(3))
            : throw new StoreException($"user {row.GetInt64(0)} has a name that is none");

    public static RoomRecord ReadRoom(DbDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.Word<RoomKind>(3), row.GetInt64(4) != 0);

    public static string Join(IEnumerable<long> ids) =>
        string.Join(',', ids.Select(id => id.ToString(CultureInfo.InvariantCulture)));

    public static MessageRecord ReadMessage(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Room = row.GetInt64(1),
        From = new(row.GetInt64(2), row.GetString(3)),
        At = row.Time(4),
        Text = row.GetString(5),
        Nonce = row.Text(6),
        EditedAt = row.IsDBNull(7) ? null : row.Time(7),
        ReplyTo = row.Number(8),
    };
}
