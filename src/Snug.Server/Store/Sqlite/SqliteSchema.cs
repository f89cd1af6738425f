namespace Snug.Server.Store.Sqlite;

/// <summary>
/// The database's tables, one script a version: a new database runs them all, an older one those it lacks. A script that
/// was released is never changed. Times are milliseconds since 1970 in UTC.
/// </summary>
internal static class SqliteSchema
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

        // Rooms of every kind, accounts, sessions, and the other kinds of events. Of an event, target is the message that it
        // is about, audience the one user who hears it besides its room; a deleted message keeps its row without its text.
        """
        ALTER TABLE users ADD COLUMN role TEXT NOT NULL DEFAULT 'guest';
        ALTER TABLE users ADD COLUMN password TEXT;
        CREATE UNIQUE INDEX users_by_kept_name ON users (key) WHERE role <> 'guest';

        CREATE TABLE rooms2 (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            key TEXT NOT NULL UNIQUE,
            topic TEXT NOT NULL DEFAULT '',
            kind TEXT NOT NULL CHECK (kind IN ('public', 'private', 'direct')),
            archived INTEGER NOT NULL DEFAULT 0
        );
        INSERT INTO rooms2 (id, name, key, topic, kind) SELECT id, name, key, topic, kind FROM rooms;

        CREATE TABLE events2 (
            id INTEGER PRIMARY KEY,
            room INTEGER NOT NULL,
            type TEXT NOT NULL,
            user INTEGER NOT NULL,
            at INTEGER NOT NULL,
            text TEXT,
            nonce TEXT,
            reply_to INTEGER,
            edited_at INTEGER,
            target INTEGER,
            audience INTEGER
        );
        INSERT INTO events2 (id, room, type, user, at, text) SELECT id, room, type, user, at, text FROM events;
        DROP TABLE events;
        DROP TABLE rooms;
        ALTER TABLE rooms2 RENAME TO rooms;
        ALTER TABLE events2 RENAME TO events;
        CREATE INDEX events_by_room ON events (room, id);
        CREATE INDEX messages_by_room ON events (room, id, user) WHERE type = 'message' AND text IS NOT NULL;
        CREATE UNIQUE INDEX messages_by_nonce ON events (user, nonce) WHERE nonce IS NOT NULL;
        CREATE INDEX events_by_audience ON events (audience, id) WHERE audience IS NOT NULL;
        CREATE INDEX room_events ON events (id) WHERE type = 'room';

        CREATE TABLE members (
            room INTEGER NOT NULL,
            user INTEGER NOT NULL,
            joined INTEGER NOT NULL,
            read_up_to INTEGER NOT NULL,
            read_event INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (room, user)
        ) WITHOUT ROWID;
        CREATE INDEX members_by_user ON members (user);

        CREATE TABLE mentions (user INTEGER NOT NULL, room INTEGER NOT NULL, message INTEGER NOT NULL,
            PRIMARY KEY (user, room, message)) WITHOUT ROWID;
        CREATE INDEX mentions_by_message ON mentions (message);

        CREATE TABLE reactions (message INTEGER NOT NULL, emoji TEXT NOT NULL, user INTEGER NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY (message, emoji, user)) WITHOUT ROWID;

        CREATE TABLE sessions (token BLOB PRIMARY KEY, user INTEGER NOT NULL, cursor INTEGER NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;

        CREATE TABLE uploads (
            id TEXT PRIMARY KEY,
            user INTEGER NOT NULL,
            name TEXT NOT NULL,
            type TEXT NOT NULL,
            size INTEGER NOT NULL,
            hash TEXT NOT NULL,
            at INTEGER NOT NULL,
            message INTEGER
        ) WITHOUT ROWID;
        CREATE INDEX uploads_by_message ON uploads (message) WHERE message IS NOT NULL;
        CREATE INDEX uploads_by_hash ON uploads (hash, size);
        CREATE INDEX uploads_by_user ON uploads (user, size);
        CREATE INDEX unused_uploads ON uploads (at, id) WHERE message IS NULL;
        CREATE TABLE dropped_files (hash TEXT PRIMARY KEY) WITHOUT ROWID;

        CREATE TABLE invites (code BLOB PRIMARY KEY, user INTEGER NOT NULL, expires INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE bans (subject TEXT PRIMARY KEY, at INTEGER NOT NULL) WITHOUT ROWID;
        """,

        // PostgreSQL has a word of its own called user.
        """
        ALTER TABLE events RENAME COLUMN user TO user_id;
        ALTER TABLE members RENAME COLUMN user TO user_id;
        ALTER TABLE mentions RENAME COLUMN user TO user_id;
        ALTER TABLE reactions RENAME COLUMN user TO user_id;
        ALTER TABLE sessions RENAME COLUMN user TO user_id;
        ALTER TABLE uploads RENAME COLUMN user TO user_id;
        ALTER TABLE invites RENAME COLUMN user TO user_id;
        """,
    ];
}
