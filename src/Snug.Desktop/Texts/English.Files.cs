namespace Snug.Desktop;

// Files, pictures and voice messages.
internal sealed partial class English
{
    public override string Attach => "Attach files";
    public override string AttachKey => "Attach files (Ctrl+O)";
    public override string ChooseFiles => "Choose Files";
    public override string AllFiles => "All files";
    public override string PictureFiles => "Pictures";
    public override string FilesToSend => "Files to be sent";
    public override string RemoveFile(string name) => $"Remove {name}";
    public override string Preparing => "Getting it ready…";
    public override string FileTooLarge(string name, string size, string most) => $"{name} is too large ({size}). A file may have at most {most}.";
    public override string TooManyFiles(int most) => $"A message carries up to {Number(most)} files. The others were left out.";
    public override string FileUnreadable(string name) => $"{name} cannot be read. A folder cannot be sent.";
    public override string TooManyPixels(string name) => $"{name} has more than 100 megapixels: too many to be made ready here.";
    public override string KeepsData =>
        "This picture cannot be read here, so what the camera wrote into it (perhaps the place) would be sent with it.";
    public override string SendAnyway => "Send It as It Is";
    public override string SaveFile(string name) => $"Save {name}";
    public override string SaveAs => "Save As…";
    public override string SaveFileTitle => "Save File";
    public override string SaveKey => "Save (Ctrl+S)";
    public override string OwnSize => "Own size";
    public override string OwnSizeKey => "Own size (Z)";
    public override string NotToBeShown => "Cannot be shown here";
    public override string CancelFile(string name) => $"Cancel {name}";
    public override string PictureOfNobody(string name) => $"Picture {name}: show large";
    public override string UploadingFile(string name, int percent) => $"Sending {name}, {Number(percent)} %";
    public override string Bytes => "bytes";
    public override string Saving(string name) => $"Saving {name}…";
    public override string NotSaved(string name, string why) => $"{name} could not be saved: {why}";
    public override string CannotPlay => "This system cannot play it. Save it to open it elsewhere.";
    public override string CannotPlayBecause(string why) => $"This system cannot play it: {why}";
    public override string SoundsNeedGStreamer(string install) => $"Sounds need GStreamer (on Debian and Ubuntu: {install}).";
    public override string SoundsLack(string parts, string install) => $"GStreamer has no {parts} here (on Debian and Ubuntu: {install}).";
    public override string SoundsDoNotStart(string why) => $"GStreamer does not start: {why}";
    public override string NoPicture(string name) => $"{name} is not a picture that can be read here.";
    public override string CancelUpload => "Cancel sending";
    public override string CancelDownload => "Cancel loading";
    public override string NotLoaded => "It could not be loaded.";
    public override string Picture(string name, string from) => $"Picture {name} from {from}: show large";
    public override string Pictures => "Pictures";
    public override string Larger => "Larger";
    public override string Smaller => "Smaller";
    public override string NextPicture => "Next picture";
    public override string PreviousPicture => "Previous picture";
    public override string ShowInConversation => "Show in conversation";
    public override string VoiceMessage => "Voice message";
    public override string Play => "Play";
    public override string Pause => "Pause";
    public override string PlayedOf(string at, string of) => $"{at} of {of}";
    public override string PlaceInSound => "Place in the recording";
    public override string Record => "Record a voice message";
    public override string Recording => "Recording";
    public override string Level => "Loudness";
    public override string StopRecording => "Stop, and listen first";
    public override string SendRecording => "Send the recording";
    public override string DiscardRecording => "Discard the recording";
    public override string RecordingStopped => "A voice message has up to five minutes. The recording stopped, and is kept.";
    public override string NoMicrophone => "There is no microphone, or another program has it.";
    public override string SilentMicrophone => "No sound comes from the microphone.";
    public override string MicrophoneUnusable(string why) => $"The microphone cannot be used: {why}";
    public override string NothingRecorded => "Nothing was recorded.";
    public override string NothingRecordedBecause(string why) => $"Nothing can be recorded: {why}";
    public override string RecordingNotWritten(string why) => $"The recording cannot be written: {why}";
    public override string CannotRecord => "No voice message was recorded";
}
