namespace Snug.Server.Store.Copying;

internal enum ColumnKind
{
    Number,
    Text,
    Bytes,
}

internal sealed record CopiedColumn(string Name, ColumnKind Kind);

/// <summary>A table that stands alike in both kinds of databases.</summary>
/// <param name="Key">How many of the columns, from the first on, are its key.</param>
internal sealed record CopiedTable(string Name, int Key, IReadOnlyList<CopiedColumn> Columns)
{
    /// <summary>All that a chat consists of, but for the contents of its files.</summary>
    public static readonly IReadOnlyList<CopiedTable> All =
    [
        new("users", 1, [Number("id"), Text("name"), Text("key"), Text("role"), Text("password")]),
        new("rooms", 1, [Number("id"), Text("name"), Text("key"), Text("topic"), Text("kind"), Number("archived")]),
        new("events", 1,
        [
            Number("id"), Number("room"), Text("type"), Number("user_id"), Number("at"), Text("text"), Text("nonce"), Number("reply_to"),
            Number("edited_at"), Number("target"), Number("audience"),
        ]),
        new("members", 2, [Number("room"), Number("user_id"), Number("joined"), Number("read_up_to"), Number("read_event")]),
        new("mentions", 3, [Number("user_id"), Number("room"), Number("message")]),
        new("reactions", 3, [Number("message"), Text("emoji"), Number("user_id"), Number("at")]),
        new("sessions", 1, [Bytes("token"), Number("user_id"), Number("cursor"), Number("at")]),
        new("uploads", 1, [Text("id"), Number("user_id"), Text("name"), Text("type"), Number("size"), Text("hash"), Number("at"), Number("message")]),
        new("dropped_files", 1, [Text("hash")]),
        new("invites", 1, [Bytes("code"), Number("user_id"), Number("expires")]),
        new("bans", 1, [Text("subject"), Number("at")]),
    ];

    public string ColumnNames => string.Join(", ", Columns.Select(column => column.Name));

    public string KeyNames => string.Join(", ", Columns.Take(Key).Select(column => column.Name));

    /// <summary>The key's columns as PostgreSQL is to sort by them: texts by their bytes, as SQLite does.</summary>
    public string KeyOrder => string.Join(", ", Columns.Take(Key).Select(column => column.Kind == ColumnKind.Text ? $"{column.Name} COLLATE \"C\"" : column.Name));

    private static CopiedColumn Number(string name) => new(name, ColumnKind.Number);

    private static CopiedColumn Text(string name) => new(name, ColumnKind.Text);

    private static CopiedColumn Bytes(string name) => new(name, ColumnKind.Bytes);
}
