namespace Snug.Desktop;

// The window itself, its shortcuts and what it tells while one looks elsewhere.
internal sealed partial class English : Texts
{
    public override string Close => "Close";
    public override string Cancel => "Cancel";
    public override string Undo => "Undo";
    public override string TryAgain => "Try Again";
    public override string TryNow => "Try Now";
    public override string Save => "Save";
    public override string Open => "Open";
    public override string Later => "Later";
    public override string Back => "Back";
    public override string More => "More";
    public override string Discard => "Discard";
    public override string MainMenu => "Main menu";
    public override string LeaveChat => "Leave the Chat";
    public override string LeaveGuestWarning(string name) =>
        $"The name {name} becomes free, and anybody may take it. A password would keep it for you.";
    public override string KeepNameMenu => "Keep This Name…";
    public override string ChangePasswordMenu => "Change the Password…";
    public override string ShortcutsMenu => "Keyboard Shortcuts";
    public override string AboutMenu => "About Snug";
    public override string About => "A chat room in which every transaction is begun by a client";
    public override string WindowTitle(string name) => $"{name}'s Chat Room";
    public override string RoomTitle(string room, string name) => $"{room} – {name}";
    public override string Conversation => "Conversation";
    public override string ShowRooms => "Show the rooms";
    public override string ShowWhoIsHere => "Show who is here";
    public override string ShowWhoIsHereKey => "Show who is here (F9)";
    public override string BackToRooms => "Back to the rooms";
    public override string ConnectionSlow => "The server takes long to answer…";
    public override string ConnectionRefused(string reason) =>
        $"The server is back but does not let you in: {reason}. The lost connection may still hold your name; trying again…";
    public override string ConnectionLost => "The connection to the server is lost. Reconnecting… What you write stays here until then.";
    public override string ConnectionLostQueued =>
        "The connection to the server is lost. Reconnecting… What you send goes out as soon as it is back.";
    public override string Connecting => "Connecting…";
    public override string Connected => "Connected";
    public override string NoticeLost => "Connection lost";
    public override string NoticeConnected => "Connected again";
    public override string NoticeMissed => "What was said in between is not shown here.";
    public override string NotifySays(string name, string room) => $"{name} in {room}";
    public override string NotifyFile => "sent a file";
    public override string NotifyPicture => "sent a picture";
    public override string NotifyVoice => "sent a voice message";
    public override string Shortcuts => "Keyboard Shortcuts";
    public override string ShortcutsWriting => "Writing";
    public override string ShortcutsRooms => "Rooms";
    public override string ShortcutsReading => "Reading";
    public override string ShortcutsWindow => "Window";
    public override string KeySend => "Send";
    public override string KeyNewLine => "New line";
    public override string KeyEditLast => "Change what you said last, in an empty field";
    public override string KeyAttach => "Attach a file";
    public override string KeySwitchRoom => "Go to a room or person";
    public override string KeyOpenRoom => "Open a room";
    public override string KeyPreviousRoom => "The room above";
    public override string KeyNextRoom => "The room below";
    public override string KeyPreviousUnread => "The unread room above";
    public override string KeyNextUnread => "The unread room below";
    public override string KeySearch => "Search messages";
    public override string KeyPageUp => "Scroll up";
    public override string KeyPageDown => "Scroll down";
    public override string KeyNewest => "Jump to the newest";
    public override string KeyCopy => "Copy the message";
    public override string KeyRooms => "Show or hide the rooms";
    public override string KeyPeople => "Show or hide who is here";
    public override string KeyEscape => "Close what is open, go back to the entry";
    public override string KeyShortcuts => "Keyboard shortcuts";
    public override string KeyClose => "Close the window";
}
