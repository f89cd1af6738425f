using Npgsql;

namespace Snug.Server.Store.Postgres;

/// <summary>Names under which the table <c>copying</c> says what a copy of a chat into this database is at; others are names of tables.</summary>
internal static class CopyMarks
{
    /// <summary>The id of the chat that is copied.</summary>
    public const string Chat = "chat";

    /// <summary>There when all is copied: the log's newest id then.</summary>
    public const string Complete = "complete";

    /// <summary>Refuses a database in which half a chat stands.</summary>
    /// <exception cref="StoreException">A copy is not complete.</exception>
    public static void RefuseHalf(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        if (connection.Query("SELECT name FROM copying WHERE name IN ($1, $2)", row => row.GetString(0), transaction, Chat, Complete) is [Chat])
            throw new StoreException("the chat has not been copied to its end: run the copy again, and start the server when it says that all is there");
    }
}
