using Microsoft.Data.Sqlite;

namespace Snug.Server.Store;

/// <summary>The prepared statements of the write path.</summary>
internal sealed class AppendCommand : IDisposable
{
    private readonly SqliteCommand user;
    private readonly SqliteParameter userId, userName, userKey;
    private readonly SqliteCommand touch;
    private readonly SqliteCommand message;
    private readonly SqliteParameter id, room, from, at, text;

    public AppendCommand(SqliteConnection connection)
    {
        user = connection.CreateCommand();
        user.CommandText = "INSERT OR IGNORE INTO users (id, name, key) VALUES ($id, $name, $key)";
        userId = user.Parameters.Add("$id", SqliteType.Integer);
        userName = user.Parameters.Add("$name", SqliteType.Text);
        userKey = user.Parameters.Add("$key", SqliteType.Text);
        user.Prepare();

        touch = connection.CreateCommand();
        touch.CommandText = "UPDATE chat SET id = id";

        message = connection.CreateCommand();
        message.CommandText = "INSERT INTO events (id, room, type, user, at, text) VALUES ($id, $room, 'message', $user, $at, $text)";
        id = message.Parameters.Add("$id", SqliteType.Integer);
        room = message.Parameters.Add("$room", SqliteType.Integer);
        from = message.Parameters.Add("$user", SqliteType.Integer);
        at = message.Parameters.Add("$at", SqliteType.Integer);
        text = message.Parameters.Add("$text", SqliteType.Text);
        message.Prepare();
    }

    public void Insert(long eventId, NewEvent entry, SqliteTransaction transaction)
    {
        // A user is written with the first thing they say, so that those who only listen leave nothing behind.
        user.Transaction = transaction;
        userId.Value = entry.User.Id;
        userName.Value = entry.User.Name.Value;
        userKey.Value = entry.User.Name.Key;
        user.ExecuteNonQuery();

        message.Transaction = transaction;
        id.Value = eventId;
        room.Value = entry.Room;
        from.Value = entry.User.Id;
        at.Value = entry.At.ToUnixTimeMilliseconds();
        text.Value = entry.Text;
        message.ExecuteNonQuery();
    }

    /// <summary>Writes what is there already.</summary>
    public void Touch(SqliteTransaction transaction)
    {
        touch.Transaction = transaction;
        touch.ExecuteNonQuery();
    }

    public void Dispose()
    {
        touch.Dispose();
        user.Dispose();
        message.Dispose();
    }
}
