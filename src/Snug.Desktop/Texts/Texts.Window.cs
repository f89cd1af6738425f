namespace Snug.Desktop;

// The window itself, its shortcuts and what it tells while one looks elsewhere.
internal abstract partial class Texts
{
    public abstract string Close { get; }
    public abstract string Cancel { get; }
    public abstract string Undo { get; }
    public abstract string TryAgain { get; }
    public abstract string TryNow { get; }
    public abstract string Save { get; }
    public abstract string Open { get; }
    public abstract string Later { get; }
    public abstract string Back { get; }
    public abstract string More { get; }
    public abstract string Discard { get; }
    public abstract string MainMenu { get; }
    public abstract string LeaveChat { get; }
    public abstract string LeaveGuestWarning(string name);
    public abstract string KeepNameMenu { get; }
    public abstract string ChangePasswordMenu { get; }
    public abstract string ShortcutsMenu { get; }
    public abstract string AboutMenu { get; }
    public abstract string About { get; }
    public abstract string WindowTitle(string name);
    public abstract string RoomTitle(string room, string name);
    public abstract string Conversation { get; }
    public abstract string ShowRooms { get; }
    public abstract string ShowWhoIsHere { get; }
    public abstract string ShowWhoIsHereKey { get; }
    public abstract string BackToRooms { get; }
    public abstract string ConnectionSlow { get; }
    public abstract string ConnectionRefused(string reason);
    public abstract string ConnectionLost { get; }
    public abstract string ConnectionLostQueued { get; }
    public abstract string Connecting { get; }
    public abstract string Connected { get; }
    public abstract string NoticeLost { get; }
    public abstract string NoticeConnected { get; }
    public abstract string NoticeMissed { get; }
    public abstract string NotifySays(string name, string room);
    public abstract string NotifyFile { get; }
    public abstract string NotifyPicture { get; }
    public abstract string NotifyVoice { get; }
    public abstract string Shortcuts { get; }
    public abstract string ShortcutsWriting { get; }
    public abstract string ShortcutsRooms { get; }
    public abstract string ShortcutsReading { get; }
    public abstract string ShortcutsWindow { get; }
    public abstract string KeySend { get; }
    public abstract string KeyNewLine { get; }
    public abstract string KeyEditLast { get; }
    public abstract string KeyAttach { get; }
    public abstract string KeySwitchRoom { get; }
    public abstract string KeyOpenRoom { get; }
    public abstract string KeyPreviousRoom { get; }
    public abstract string KeyNextRoom { get; }
    public abstract string KeyPreviousUnread { get; }
    public abstract string KeyNextUnread { get; }
    public abstract string KeySearch { get; }
    public abstract string KeyPageUp { get; }
    public abstract string KeyPageDown { get; }
    public abstract string KeyNewest { get; }
    public abstract string KeyCopy { get; }
    public abstract string KeyRooms { get; }
    public abstract string KeyPeople { get; }
    public abstract string KeyEscape { get; }
    public abstract string KeyShortcuts { get; }
    public abstract string KeyClose { get; }

    private string? WindowText(string key) => key switch
    {
        nameof(Close) => Close,
        nameof(Cancel) => Cancel,
        nameof(Undo) => Undo,
        nameof(TryAgain) => TryAgain,
        nameof(TryNow) => TryNow,
        nameof(Save) => Save,
        nameof(Open) => Open,
        nameof(Later) => Later,
        nameof(Back) => Back,
        nameof(More) => More,
        nameof(Discard) => Discard,
        nameof(MainMenu) => MainMenu,
        nameof(LeaveChat) => LeaveChat,
        nameof(KeepNameMenu) => KeepNameMenu,
        nameof(ChangePasswordMenu) => ChangePasswordMenu,
        nameof(ShortcutsMenu) => ShortcutsMenu,
        nameof(AboutMenu) => AboutMenu,
        nameof(About) => About,
        nameof(Conversation) => Conversation,
        nameof(ShowRooms) => ShowRooms,
        nameof(ShowWhoIsHere) => ShowWhoIsHere,
        nameof(ShowWhoIsHereKey) => ShowWhoIsHereKey,
        nameof(BackToRooms) => BackToRooms,
        nameof(ConnectionSlow) => ConnectionSlow,
        nameof(ConnectionLost) => ConnectionLost,
        nameof(ConnectionLostQueued) => ConnectionLostQueued,
        nameof(Connecting) => Connecting,
        nameof(Connected) => Connected,
        nameof(NoticeLost) => NoticeLost,
        nameof(NoticeConnected) => NoticeConnected,
        nameof(NoticeMissed) => NoticeMissed,
        nameof(NotifyFile) => NotifyFile,
        nameof(NotifyPicture) => NotifyPicture,
        nameof(NotifyVoice) => NotifyVoice,
        nameof(Shortcuts) => Shortcuts,
        nameof(ShortcutsWriting) => ShortcutsWriting,
        nameof(ShortcutsRooms) => ShortcutsRooms,
        nameof(ShortcutsReading) => ShortcutsReading,
        nameof(ShortcutsWindow) => ShortcutsWindow,
        nameof(KeySend) => KeySend,
        nameof(KeyNewLine) => KeyNewLine,
        nameof(KeyEditLast) => KeyEditLast,
        nameof(KeyAttach) => KeyAttach,
        nameof(KeySwitchRoom) => KeySwitchRoom,
        nameof(KeyOpenRoom) => KeyOpenRoom,
        nameof(KeyPreviousRoom) => KeyPreviousRoom,
        nameof(KeyNextRoom) => KeyNextRoom,
        nameof(KeyPreviousUnread) => KeyPreviousUnread,
        nameof(KeyNextUnread) => KeyNextUnread,
        nameof(KeySearch) => KeySearch,
        nameof(KeyPageUp) => KeyPageUp,
        nameof(KeyPageDown) => KeyPageDown,
        nameof(KeyNewest) => KeyNewest,
        nameof(KeyCopy) => KeyCopy,
        nameof(KeyRooms) => KeyRooms,
        nameof(KeyPeople) => KeyPeople,
        nameof(KeyEscape) => KeyEscape,
        nameof(KeyShortcuts) => KeyShortcuts,
        nameof(KeyClose) => KeyClose,
        _ => null,
    };
}
