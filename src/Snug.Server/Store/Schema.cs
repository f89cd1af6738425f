namespace Snug.Server.Store;

/// <summary>
/// The database's tables, one script a version: a new database runs them all, an older one those it lacks. A script that
/// was released is never changed. Times are milliseconds since 1970 in UTC.
/// </summary>
internal static class Schema
{
    /// <summary>SQLite's application_id of a Snug database: "Snug" in ASCII.</summary>
    public const int ApplicationId = 0x536E7567;

    public static readonly string[] Versions =
    [
        """
        CREATE TABLE chat (id TEXT NOT NULL);
        INSERT INTO chat VALUES (lower(hex(randomblob(8))));

        CREATE TABLE users (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            key TEXT NOT NULL
        );

        CREATE TABLE rooms (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,
            topic TEXT NOT NULL DEFAULT '',
            kind TEXT NOT NULL CHECK (kind IN ('public'))
        );
        INSERT INTO rooms (id, name, key, kind) VALUES (1, 'lobby', 'lobby', 'public');

        CREATE TABLE events (
            id INTEGER PRIMARY KEY,
            room INTEGER NOT NULL REFERENCES rooms,
            type TEXT NOT NULL,
            user INTEGER NOT NULL REFERENCES users,
            at INTEGER NOT NULL,
            text TEXT
        );
        CREATE INDEX events_by_room ON events (room, id);
        """,
    ];
}
