namespace Snug.Server.Store;

/// <summary>Writes a change inside a transaction: the same for every kind of database.</summary>
internal static class ChangeWriter
{
    /// <param name="sql">Where to write.</param>
    /// <param name="id">What its event is called, if it makes one.</param>
    /// <param name="change">What was decided.</param>
    public static Outcome Write(Statements sql, long id, Change change) => change switch
    {
        PostMessage post => MessageWriter.Post(sql, id, post),
        EditMessage edit => MessageWriter.Edit(sql, id, edit),
        DeleteMessage delete => MessageWriter.Delete(sql, id, delete),
        React reaction => MessageWriter.React(sql, id, reaction),
        OpenRoom open => RoomWriter.Open(sql, id, open),
        ChangeRoom changed => RoomWriter.Change(sql, id, changed),
        JoinRoom join => RoomWriter.Join(sql, id, join),
        LeaveRoom leave => RoomWriter.Leave(sql, id, leave),
        ReadRoom read => RoomWriter.Read(sql, id, read),
        AddUpload or DropUploads or ForgetDroppedFile => UploadWriter.Write(sql, change),
        _ => AccountWriter.Write(sql, change),
    };
}
