namespace Snug.Desktop;

// The conversation, the entry and the search.
internal abstract partial class Texts
{
    public abstract string Message { get; }
    public abstract string SaySomething { get; }
    public abstract string Send { get; }
    public abstract string SendKey { get; }
    public abstract string CharactersLeft(int count);
    public abstract string TooMuchWaits { get; }
    public abstract string Quiet { get; }
    public abstract string QuietHint { get; }
    public abstract string Empty { get; }
    public abstract string EmptyHint { get; }
    public abstract string Loading { get; }
    public abstract string UnreadLine { get; }
    public abstract string Today { get; }
    public abstract string Yesterday { get; }
    public abstract string Edited { get; }
    public abstract string Says(string name, string time, string text);
    public abstract string JumpToNewest { get; }
    public abstract string JumpToNewestKey { get; }
    public abstract string JumpToNew(int count);
    public abstract string NewMessages(int count);
    public abstract string Sending { get; }
    public abstract string WaitingLost { get; }
    public abstract string WaitingPutAside(string file);
    public abstract string WaitingNotKept { get; }
    public abstract string Waiting { get; }
    public abstract string NotSent { get; }
    public abstract string NotSentBecause(string reason);
    public abstract string NotSentLost { get; }
    public abstract string MayNotHaveArrived { get; }
    public abstract string BackInEntry { get; }
    public abstract string TakeBack { get; }
    public abstract string Reply { get; }
    public abstract string NotChanged { get; }
    public abstract string MessageNotDeleted { get; }
    public abstract string MessageNotFound { get; }
    public abstract string NotReacted { get; }
    public abstract string AnswerTo(string name, string text);
    public abstract string ChangingWhatYouSaid { get; }
    public abstract string EarlierMessage { get; }
    public abstract string Answers(string what);
    public abstract string MoreReactions { get; }
    public abstract string ChangeMessage { get; }
    public abstract string CancelKey { get; }
    public abstract string Replying(string name);
    public abstract string CancelReply { get; }
    public abstract string ShowOriginal { get; }
    public abstract string Edit { get; }
    public abstract string Editing { get; }
    public abstract string EditingKeys { get; }
    public abstract string EndEditing { get; }
    public abstract string Delete { get; }
    public abstract string DeleteAsk { get; }
    public abstract string DeleteWarning { get; }
    public abstract string Deleted { get; }
    public abstract string DeletedHere { get; }
    public abstract string MessageActions { get; }
    public abstract string Copy { get; }
    public abstract string CopyText { get; }
    public abstract string CopyCode { get; }
    public abstract string CopyLink { get; }
    public abstract string Copied { get; }
    public abstract string OpenLink { get; }
    public abstract string LinkNotOpened { get; }
    public abstract string Code(string language);
    public abstract string Table { get; }
    public abstract string TaskDone { get; }
    public abstract string TaskOpen { get; }
    public abstract string React { get; }
    public abstract string AddReaction { get; }
    public abstract string ReactWith(string emoji);
    public abstract string Reacted(string emoji, string names);
    public abstract string Reactions { get; }
    public abstract string Emoji { get; }
    public abstract string ChooseEmoji { get; }
    public abstract string Suggestions { get; }
    public abstract string Search { get; }
    public abstract string SearchKey { get; }
    public abstract string SearchWords { get; }
    public abstract string SearchEverywhere { get; }
    public abstract string SearchIn(string room);
    public abstract string SearchHint { get; }
    public abstract string Searching { get; }
    public abstract string NothingFound(string words);
    public abstract string Found(int count);
    public abstract string FoundSoFar(int count);
    public abstract string SearchFurther { get; }

    private string? TalkText(string key) => key switch
    {
        nameof(Message) => Message,
        nameof(SaySomething) => SaySomething,
        nameof(Send) => Send,
        nameof(SendKey) => SendKey,
        nameof(TooMuchWaits) => TooMuchWaits,
        nameof(Quiet) => Quiet,
        nameof(QuietHint) => QuietHint,
        nameof(Empty) => Empty,
        nameof(EmptyHint) => EmptyHint,
        nameof(Loading) => Loading,
        nameof(UnreadLine) => UnreadLine,
        nameof(Today) => Today,
        nameof(Yesterday) => Yesterday,
        nameof(Edited) => Edited,
        nameof(JumpToNewest) => JumpToNewest,
        nameof(JumpToNewestKey) => JumpToNewestKey,
        nameof(Sending) => Sending,
        nameof(WaitingLost) => WaitingLost,
        nameof(WaitingNotKept) => WaitingNotKept,
        nameof(Waiting) => Waiting,
        nameof(NotSent) => NotSent,
        nameof(NotSentLost) => NotSentLost,
        nameof(MayNotHaveArrived) => MayNotHaveArrived,
        nameof(BackInEntry) => BackInEntry,
        nameof(TakeBack) => TakeBack,
        nameof(Reply) => Reply,
        nameof(NotChanged) => NotChanged,
        nameof(MessageNotDeleted) => MessageNotDeleted,
        nameof(MessageNotFound) => MessageNotFound,
        nameof(NotReacted) => NotReacted,
        nameof(ChangingWhatYouSaid) => ChangingWhatYouSaid,
        nameof(EarlierMessage) => EarlierMessage,
        nameof(MoreReactions) => MoreReactions,
        nameof(ChangeMessage) => ChangeMessage,
        nameof(CancelKey) => CancelKey,
        nameof(CancelReply) => CancelReply,
        nameof(ShowOriginal) => ShowOriginal,
        nameof(Edit) => Edit,
        nameof(Editing) => Editing,
        nameof(EditingKeys) => EditingKeys,
        nameof(EndEditing) => EndEditing,
        nameof(Delete) => Delete,
        nameof(DeleteAsk) => DeleteAsk,
        nameof(DeleteWarning) => DeleteWarning,
        nameof(Deleted) => Deleted,
        nameof(DeletedHere) => DeletedHere,
        nameof(MessageActions) => MessageActions,
        nameof(Copy) => Copy,
        nameof(CopyText) => CopyText,
        nameof(CopyCode) => CopyCode,
        nameof(CopyLink) => CopyLink,
        nameof(Copied) => Copied,
        nameof(OpenLink) => OpenLink,
        nameof(LinkNotOpened) => LinkNotOpened,
        nameof(Table) => Table,
        nameof(TaskDone) => TaskDone,
        nameof(TaskOpen) => TaskOpen,
        nameof(React) => React,
        nameof(AddReaction) => AddReaction,
        nameof(Reactions) => Reactions,
        nameof(Emoji) => Emoji,
        nameof(ChooseEmoji) => ChooseEmoji,
        nameof(Suggestions) => Suggestions,
        nameof(Search) => Search,
        nameof(SearchKey) => SearchKey,
        nameof(SearchWords) => SearchWords,
        nameof(SearchEverywhere) => SearchEverywhere,
        nameof(SearchHint) => SearchHint,
        nameof(Searching) => Searching,
        nameof(SearchFurther) => SearchFurther,
        _ => null,
    };
}
