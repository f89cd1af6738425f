namespace Snug.Desktop;

// Files, pictures and voice messages.
internal abstract partial class Texts
{
    public abstract string Attach { get; }
    public abstract string AttachKey { get; }
    public abstract string ChooseFiles { get; }
    public abstract string AllFiles { get; }
    public abstract string PictureFiles { get; }
    public abstract string FilesToSend { get; }
    public abstract string RemoveFile(string name);
    public abstract string Preparing { get; }
    public abstract string FileTooLarge(string name, string size, string most);
    public abstract string TooManyFiles(int most);
    public abstract string FileUnreadable(string name);
    public abstract string TooManyPixels(string name);
    public abstract string KeepsData { get; }
    public abstract string SendAnyway { get; }
    public abstract string SaveFile(string name);
    public abstract string SaveAs { get; }
    public abstract string SaveFileTitle { get; }
    public abstract string SaveKey { get; }
    public abstract string OwnSize { get; }
    public abstract string OwnSizeKey { get; }
    public abstract string NotToBeShown { get; }
    public abstract string CancelFile(string name);
    public abstract string PictureOfNobody(string name);
    public abstract string UploadingFile(string name, int percent);
    public abstract string Bytes { get; }
    public abstract string Saving(string name);
    public abstract string NotSaved(string name, string why);
    public abstract string CannotPlay { get; }
    public abstract string CannotPlayBecause(string why);
    public abstract string SoundsNeedGStreamer(string install);
    public abstract string SoundsLack(string parts, string install);
    public abstract string SoundsDoNotStart(string why);
    public abstract string NoPicture(string name);
    public abstract string CancelUpload { get; }
    public abstract string CancelDownload { get; }
    public abstract string NotLoaded { get; }
    public abstract string Picture(string name, string from);
    public abstract string Pictures { get; }
    public abstract string Larger { get; }
    public abstract string Smaller { get; }
    public abstract string NextPicture { get; }
    public abstract string PreviousPicture { get; }
    public abstract string ShowInConversation { get; }
    public abstract string VoiceMessage { get; }
    public abstract string Play { get; }
    public abstract string Pause { get; }
    public abstract string PlayedOf(string at, string of);
    public abstract string PlaceInSound { get; }
    public abstract string Record { get; }
    public abstract string Recording { get; }
    public abstract string Level { get; }
    public abstract string StopRecording { get; }
    public abstract string SendRecording { get; }
    public abstract string DiscardRecording { get; }
    public abstract string RecordingStopped { get; }
    public abstract string NoMicrophone { get; }
    public abstract string SilentMicrophone { get; }
    public abstract string MicrophoneUnusable(string why);
    public abstract string NothingRecorded { get; }
    public abstract string NothingRecordedBecause(string why);
    public abstract string RecordingNotWritten(string why);
    public abstract string CannotRecord { get; }

    private string? FilesText(string key) => key switch
    {
        nameof(Attach) => Attach,
        nameof(AttachKey) => AttachKey,
        nameof(ChooseFiles) => ChooseFiles,
        nameof(AllFiles) => AllFiles,
        nameof(PictureFiles) => PictureFiles,
        nameof(FilesToSend) => FilesToSend,
        nameof(Preparing) => Preparing,
        nameof(KeepsData) => KeepsData,
        nameof(SendAnyway) => SendAnyway,
        nameof(SaveAs) => SaveAs,
        nameof(SaveFileTitle) => SaveFileTitle,
        nameof(SaveKey) => SaveKey,
        nameof(OwnSize) => OwnSize,
        nameof(OwnSizeKey) => OwnSizeKey,
        nameof(NotToBeShown) => NotToBeShown,
        nameof(Bytes) => Bytes,
        nameof(CannotPlay) => CannotPlay,
        nameof(CancelUpload) => CancelUpload,
        nameof(CancelDownload) => CancelDownload,
        nameof(NotLoaded) => NotLoaded,
        nameof(Pictures) => Pictures,
        nameof(Larger) => Larger,
        nameof(Smaller) => Smaller,
        nameof(NextPicture) => NextPicture,
        nameof(PreviousPicture) => PreviousPicture,
        nameof(ShowInConversation) => ShowInConversation,
        nameof(VoiceMessage) => VoiceMessage,
        nameof(Play) => Play,
        nameof(Pause) => Pause,
        nameof(PlaceInSound) => PlaceInSound,
        nameof(Record) => Record,
        nameof(Recording) => Recording,
        nameof(Level) => Level,
        nameof(StopRecording) => StopRecording,
        nameof(SendRecording) => SendRecording,
        nameof(DiscardRecording) => DiscardRecording,
        nameof(RecordingStopped) => RecordingStopped,
        nameof(NoMicrophone) => NoMicrophone,
        nameof(SilentMicrophone) => SilentMicrophone,
        nameof(NothingRecorded) => NothingRecorded,
        nameof(CannotRecord) => CannotRecord,
        _ => null,
    };
}
