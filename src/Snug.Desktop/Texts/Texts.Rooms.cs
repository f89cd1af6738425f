namespace Snug.Desktop;

// Rooms, direct messages and the people in them.
internal abstract partial class Texts
{
    public abstract string Rooms { get; }
    public abstract string DirectMessages { get; }
    public abstract string OtherRooms { get; }
    public abstract string Unread(int count);
    public abstract string Mentions(int count);
    public abstract string RoomSpoken(string room, int unread, int mentions);
    public abstract string ShowRoomsKey { get; }
    public abstract string MentionPerson { get; }
    public abstract string NameAway(string name);
    public abstract string OpenRoom { get; }
    public abstract string OpenRoomKey { get; }
    public abstract string OpenRoomNow { get; }
    public abstract string RoomName { get; }
    public abstract string RoomNameTaken { get; }
    public abstract string Topic { get; }
    public abstract string TopicHint { get; }
    public abstract string NoTopic { get; }
    public abstract string WhoMayCome { get; }
    public abstract string Public { get; }
    public abstract string PublicHint { get; }
    public abstract string Private { get; }
    public abstract string PrivateHint { get; }
    public abstract string PublicRoom { get; }
    public abstract string PrivateRoom { get; }
    public abstract string Join { get; }
    public abstract string JoinRoom(string room);
    public abstract string NotJoined { get; }
    public abstract string BrowseRooms { get; }
    public abstract string FindRoom { get; }
    public abstract string NoSuchRoom(string typed);
    public abstract string InEveryRoom { get; }
    public abstract string OnlyLobby { get; }
    public abstract string ChooseRoom { get; }
    public abstract string AboutRoom { get; }
    public abstract string WhoIsIn { get; }
    public abstract string InviteSomebody { get; }
    public abstract string InviteTo(string room);
    public abstract string Invite { get; }
    public abstract string Whom { get; }
    public abstract string Invited(string names, string room);
    public abstract string ChangeRoom { get; }
    public abstract string Archive { get; }
    public abstract string Unarchive { get; }
    public abstract string Archived { get; }
    public abstract string ArchivedHint { get; }
    public abstract string LeaveRoom { get; }
    public abstract string LeaveRoomAsk(string room);
    public abstract string LeaveRoomWarning { get; }
    public abstract string Leave { get; }
    public abstract string NewMessage { get; }
    public abstract string ToWhom { get; }
    public abstract string DirectHint { get; }
    public abstract string StartTalking { get; }
    public abstract string RemovedYou(string room);
    public abstract string Show { get; }
    public abstract string GoTo { get; }
    public abstract string GoToHint { get; }
    public abstract string NothingCalled(string typed);
    public abstract string NotIn { get; }
    public abstract string WhoIsHere { get; }
    public abstract string PeopleHere(int count);
    public abstract string Here(int count);
    public abstract string Away(int count);
    public abstract string You { get; }
    public abstract string NameYou(string name);
    public abstract string FindSomebody { get; }
    public abstract string NobodyCalled(string typed);
    public abstract string NobodyElse { get; }
    public abstract string Without(string name);
    public abstract string MessagePerson { get; }
    public abstract string IsHere { get; }
    public abstract string IsAway { get; }
    public abstract string Gone { get; }
    public abstract string Guest { get; }
    public abstract string Member { get; }
    public abstract string Admin { get; }
    public abstract string Removed(string name, string room);
    public abstract string Ban { get; }

    private string? RoomsText(string key) => key switch
    {
        nameof(Rooms) => Rooms,
        nameof(DirectMessages) => DirectMessages,
        nameof(OtherRooms) => OtherRooms,
        nameof(ShowRoomsKey) => ShowRoomsKey,
        nameof(MentionPerson) => MentionPerson,
        nameof(OpenRoom) => OpenRoom,
        nameof(OpenRoomKey) => OpenRoomKey,
        nameof(OpenRoomNow) => OpenRoomNow,
        nameof(RoomName) => RoomName,
        nameof(RoomNameTaken) => RoomNameTaken,
        nameof(Topic) => Topic,
        nameof(TopicHint) => TopicHint,
        nameof(NoTopic) => NoTopic,
        nameof(WhoMayCome) => WhoMayCome,
        nameof(Public) => Public,
        nameof(PublicHint) => PublicHint,
        nameof(Private) => Private,
        nameof(PrivateHint) => PrivateHint,
        nameof(PublicRoom) => PublicRoom,
        nameof(PrivateRoom) => PrivateRoom,
        nameof(Join) => Join,
        nameof(NotJoined) => NotJoined,
        nameof(BrowseRooms) => BrowseRooms,
        nameof(FindRoom) => FindRoom,
        nameof(InEveryRoom) => InEveryRoom,
        nameof(OnlyLobby) => OnlyLobby,
        nameof(ChooseRoom) => ChooseRoom,
        nameof(AboutRoom) => AboutRoom,
        nameof(WhoIsIn) => WhoIsIn,
        nameof(InviteSomebody) => InviteSomebody,
        nameof(Invite) => Invite,
        nameof(Whom) => Whom,
        nameof(ChangeRoom) => ChangeRoom,
        nameof(Archive) => Archive,
        nameof(Unarchive) => Unarchive,
        nameof(Archived) => Archived,
        nameof(ArchivedHint) => ArchivedHint,
        nameof(LeaveRoom) => LeaveRoom,
        nameof(LeaveRoomWarning) => LeaveRoomWarning,
        nameof(Leave) => Leave,
        nameof(NewMessage) => NewMessage,
        nameof(ToWhom) => ToWhom,
        nameof(DirectHint) => DirectHint,
        nameof(StartTalking) => StartTalking,
        nameof(Show) => Show,
        nameof(GoTo) => GoTo,
        nameof(GoToHint) => GoToHint,
        nameof(NotIn) => NotIn,
        nameof(WhoIsHere) => WhoIsHere,
        nameof(You) => You,
        nameof(FindSomebody) => FindSomebody,
        nameof(NobodyElse) => NobodyElse,
        nameof(MessagePerson) => MessagePerson,
        nameof(IsHere) => IsHere,
        nameof(IsAway) => IsAway,
        nameof(Gone) => Gone,
        nameof(Guest) => Guest,
        nameof(Member) => Member,
        nameof(Admin) => Admin,
        nameof(Ban) => Ban,
        _ => null,
    };
}
