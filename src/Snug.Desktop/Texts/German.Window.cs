namespace Snug.Desktop;

// The window itself, its shortcuts and what it tells while one looks elsewhere.
internal sealed partial class German : Texts
{
    public override string Close => "Schließen";
    public override string Cancel => "Abbrechen";
    public override string Undo => "Rückgängig";
    public override string TryAgain => "Noch einmal";
    public override string TryNow => "Jetzt versuchen";
    public override string Save => "Speichern";
    public override string Open => "Öffnen";
    public override string Later => "Später";
    public override string Back => "Zurück";
    public override string More => "Mehr";
    public override string Discard => "Verwerfen";
    public override string MainMenu => "Hauptmenü";
    public override string LeaveChat => "Den Chat verlassen";
    public override string LeaveGuestWarning(string name) =>
        $"Der Name {name} wird frei, und jeder darf ihn nehmen. Mit einem Passwort bliebe er deiner.";
    public override string KeepNameMenu => "Diesen Namen behalten …";
    public override string ChangePasswordMenu => "Passwort ändern …";
    public override string ShortcutsMenu => "Tastenkürzel";
    public override string AboutMenu => "Info zu Snug";
    public override string About => "Ein Chatraum, in dem jeder Austausch vom Client ausgeht";
    public override string WindowTitle(string name) => $"Chatraum von {name}";
    public override string RoomTitle(string room, string name) => $"{room} – {name}";
    public override string Conversation => "Gespräch";
    public override string ShowRooms => "Räume zeigen";
    public override string ShowWhoIsHere => "Zeigen, wer da ist";
    public override string ShowWhoIsHereKey => "Zeigen, wer da ist (F9)";
    public override string BackToRooms => "Zurück zu den Räumen";
    public override string ConnectionSlow => "Der Server braucht lange für eine Antwort …";
    public override string ConnectionRefused(string reason) =>
        $"Der Server ist wieder da, lässt dich aber nicht herein: {reason}. Vielleicht hält die verlorene Verbindung noch deinen Namen; neuer Versuch …";
    public override string ConnectionLost =>
        "Die Verbindung zum Server ist verloren. Sie wird wieder aufgebaut … Was du schreibst, bleibt so lange hier.";
    public override string ConnectionLostQueued =>
        "Die Verbindung zum Server ist verloren. Sie wird wieder aufgebaut … Was du sendest, geht hinaus, sobald sie da ist.";
    public override string Connecting => "Verbinde …";
    public override string Connected => "Verbunden";
    public override string NoticeLost => "Verbindung verloren";
    public override string NoticeConnected => "Wieder verbunden";
    public override string NoticeMissed => "Was inzwischen gesagt wurde, steht nicht hier.";
    public override string NotifySays(string name, string room) => $"{name} in {room}";
    public override string NotifyFile => "hat eine Datei geschickt";
    public override string NotifyPicture => "hat ein Bild geschickt";
    public override string NotifyVoice => "hat eine Sprachnachricht geschickt";
    public override string Shortcuts => "Tastenkürzel";
    public override string ShortcutsWriting => "Schreiben";
    public override string ShortcutsRooms => "Räume";
    public override string ShortcutsReading => "Lesen";
    public override string ShortcutsWindow => "Fenster";
    public override string KeySend => "Senden";
    public override string KeyNewLine => "Neue Zeile";
    public override string KeyEditLast => "Das zuletzt Gesagte ändern, im leeren Feld";
    public override string KeyAttach => "Datei anhängen";
    public override string KeySwitchRoom => "Zu einem Raum oder einer Person";
    public override string KeyOpenRoom => "Raum öffnen";
    public override string KeyPreviousRoom => "Der Raum darüber";
    public override string KeyNextRoom => "Der Raum darunter";
    public override string KeyPreviousUnread => "Der ungelesene Raum darüber";
    public override string KeyNextUnread => "Der ungelesene Raum darunter";
    public override string KeySearch => "Nachrichten durchsuchen";
    public override string KeyPageUp => "Nach oben blättern";
    public override string KeyPageDown => "Nach unten blättern";
    public override string KeyNewest => "Zum Neuesten springen";
    public override string KeyCopy => "Nachricht kopieren";
    public override string KeyRooms => "Räume zeigen oder verbergen";
    public override string KeyPeople => "Zeigen oder verbergen, wer da ist";
    public override string KeyEscape => "Offenes schließen, zurück zum Eingabefeld";
    public override string KeyShortcuts => "Tastenkürzel";
    public override string KeyClose => "Fenster schließen";
}
