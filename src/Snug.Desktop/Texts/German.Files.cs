namespace Snug.Desktop;

// Files, pictures and voice messages.
internal sealed partial class German
{
    public override string Attach => "Dateien anhängen";
    public override string AttachKey => "Dateien anhängen (Strg+O)";
    public override string ChooseFiles => "Dateien auswählen";
    public override string AllFiles => "Alle Dateien";
    public override string PictureFiles => "Bilder";
    public override string FilesToSend => "Dateien, die gesendet werden";
    public override string RemoveFile(string name) => $"{name} entfernen";
    public override string Preparing => "Wird vorbereitet …";
    public override string FileTooLarge(string name, string size, string most) =>
        $"{name} ist zu groß ({size}). Eine Datei darf höchstens {most} haben.";
    public override string TooManyFiles(int most) => $"Eine Nachricht trägt bis zu {Number(most)} Dateien. Die übrigen wurden weggelassen.";
    public override string FileUnreadable(string name) => $"{name} lässt sich nicht lesen. Ein Ordner kann nicht gesendet werden.";
    public override string TooManyPixels(string name) => $"{name} hat mehr als 100 Megapixel: zu viele, um es hier vorzubereiten.";
    public override string KeepsData =>
        "Dieses Bild lässt sich hier nicht lesen. Was die Kamera hineingeschrieben hat (vielleicht den Ort), würde mitgesendet.";
    public override string SendAnyway => "So senden, wie es ist";
    public override string SaveFile(string name) => $"{name} speichern";
    public override string SaveAs => "Speichern unter …";
    public override string SaveFileTitle => "Datei speichern";
    public override string SaveKey => "Speichern (Strg+S)";
    public override string OwnSize => "Eigene Größe";
    public override string OwnSizeKey => "Eigene Größe (Z)";
    public override string NotToBeShown => "Lässt sich hier nicht zeigen";
    public override string CancelFile(string name) => $"Abbrechen: {name}";
    public override string PictureOfNobody(string name) => $"Bild {name}: groß zeigen";
    public override string UploadingFile(string name, int percent) => $"{name} wird gesendet, {Number(percent)} %";
    public override string Bytes => "Byte";
    public override string Saving(string name) => $"{name} wird gespeichert …";
    public override string NotSaved(string name, string why) => $"{name} ließ sich nicht speichern: {why}";
    public override string CannotPlay => "Dieses System kann das nicht abspielen. Speichere es, um es anderswo zu öffnen.";
    public override string CannotPlayBecause(string why) => $"Dieses System kann das nicht abspielen: {why}";
    public override string SoundsNeedGStreamer(string install) => $"Für Töne fehlt GStreamer (auf Debian und Ubuntu: {install}).";
    public override string SoundsLack(string parts, string install) => $"GStreamer hat hier kein {parts} (auf Debian und Ubuntu: {install}).";
    public override string SoundsDoNotStart(string why) => $"GStreamer startet nicht: {why}";
    public override string NoPicture(string name) => $"{name} ist kein Bild, das sich hier lesen lässt.";
    public override string CancelUpload => "Senden abbrechen";
    public override string CancelDownload => "Laden abbrechen";
    public override string NotLoaded => "Es ließ sich nicht laden.";
    public override string Picture(string name, string from) => $"Bild {name} von {from}: groß zeigen";
    public override string Pictures => "Bilder";
    public override string Larger => "Größer";
    public override string Smaller => "Kleiner";
    public override string NextPicture => "Nächstes Bild";
    public override string PreviousPicture => "Voriges Bild";
    public override string ShowInConversation => "Im Gespräch zeigen";
    public override string VoiceMessage => "Sprachnachricht";
    public override string Play => "Abspielen";
    public override string Pause => "Anhalten";
    public override string PlayedOf(string at, string of) => $"{at} von {of}";
    public override string PlaceInSound => "Stelle in der Aufnahme";
    public override string Record => "Eine Sprachnachricht aufnehmen";
    public override string Recording => "Aufnahme läuft";
    public override string Level => "Lautstärke";
    public override string StopRecording => "Anhalten und erst anhören";
    public override string SendRecording => "Die Aufnahme senden";
    public override string DiscardRecording => "Die Aufnahme verwerfen";
    public override string RecordingStopped => "Eine Sprachnachricht hat bis zu fünf Minuten. Die Aufnahme hat angehalten und ist noch da.";
    public override string NoMicrophone => "Es gibt kein Mikrofon, oder ein anderes Programm hat es.";
    public override string SilentMicrophone => "Vom Mikrofon kommt kein Ton.";
    public override string MicrophoneUnusable(string why) => $"Das Mikrofon lässt sich nicht benutzen: {why}";
    public override string NothingRecorded => "Es wurde nichts aufgenommen.";
    public override string NothingRecordedBecause(string why) => $"Es lässt sich nichts aufnehmen: {why}";
    public override string RecordingNotWritten(string why) => $"Die Aufnahme lässt sich nicht speichern: {why}";
    public override string CannotRecord => "Es wurde keine Sprachnachricht aufgenommen";
}
