using Snug.Client;
using Snug.Protocol;

namespace Snug.Desktop.Model.OverHttp;

/// <summary>
/// What an event does to the chat. Every event may come twice (after a cut-off answer, or when a page of history told it already):
/// the second time changes nothing.
/// </summary>
internal sealed class EventEffects(Chat chat, long me)
{
    // Of a room that is not known yet; more would not be told one by one anyway.
    private const int MostEarly = 50;

    private readonly List<Meanwhile> remembering = [];
    private readonly List<Message> early = [];
    private long newest = long.MaxValue;

    /// <summary>Something that only the server's list of rooms can tell: it must be read again.</summary>
    public bool RoomsAreStale { get; set; }

    /// <summary>A message of somebody else came, which the person may want to be told of.</summary>
    public event Action<ChatRoom, Message>? Came;

    public void Take(ChatEvent happened)
    {
        foreach (var meanwhile in remembering) meanwhile.Events.Add(happened);
        switch (happened)
        {
            case MessagePosted { Message: var message }: Come(message); break;
            case MessageEdited { Message: var message }: Change(message); break;
            case MessageDeleted { Room: var room, MessageId: var id }: Delete(room, id); break;
            case ReactionChanged it: React(it.Room, it.MessageId, it.Emoji, it.User.Name, it.Added); break;
            case RoomRead { Room: var room, UpTo: var upTo }: Read(room, upTo); break;
            case RoomChanged { Details: var details }: Change(details); break;
            case UserJoined { User.Id: var who } when who == me: RoomsAreStale = true; break;
            case UserLeft { User.Id: var who } when who == me: RoomsAreStale = true; break;
        }
    }

    /// <summary>The rooms have been read: what is said from now on is news, and so is what was said in those that were not known.</summary>
    public void Begin()
    {
        if (newest == long.MaxValue) newest = chat.Rooms.All.Select(room => room.Info.LastId).DefaultIfEmpty().Max();
        var known = early.ToList();
        early.Clear();
        known.ForEach(Tell);
    }

    public void Add(Message message)
    {
        if (chat.Rooms.Find(message.Room) is not { } room)
        {
            RoomsAreStale = true;
            return;
        }
        var isOwn = message.From.Id == me;
        if (isOwn && message.Nonce is { } nonce) room.Conversation.Remove(nonce);
        if (room.IsLoaded && !room.HasNewer) Append(room, message);
        Count(room, message, isOwn);
    }

    /// <summary>Adds a message where what is shown goes on with it.</summary>
    public void Append(ChatRoom room, Message message)
    {
        if (room.Conversation.LastMessage >= message.Id) return;
        if (room.Conversation.Add(Said.Of(message, message.From.Id == me))) room.HasOlder = true;
    }

    /// <summary>Remembers what happens from now on, until it is disposed, to be told again.</summary>
    public Meanwhile Remember() => new(this);

    public void Change(Message message) => Update(message.Room, message.Id, _ => message);

    public void Delete(long room, long message)
    {
        if (chat.Rooms.Find(room) is not { } known) return;
        known.Conversation.Remove(Said.KeyOf(message));
        // Whether it was unread, or called somebody, went with it.
        if (known.Info.Unread > 0 && message > known.Info.ReadUpTo) RoomsAreStale = true;
    }

    public void React(long room, long message, string emoji, string user, bool added) => Update(room, message, known =>
    {
        var reaction = known.Reactions.FirstOrDefault(reaction => reaction.Emoji == emoji);
        if ((reaction?.Users.Contains(user) ?? false) == added) return known;
        if (reaction is null) return known with { Reactions = [.. known.Reactions, new Reaction(emoji, [user])] };

        IReadOnlyList<string> users = added ? [.. reaction.Users, user] : [.. reaction.Users.Where(other => other != user)];
        return known with
        {
            Reactions = [.. known.Reactions.Select(other => other == reaction ? new Reaction(emoji, users) : other).Where(other => other.Users.Count > 0)],
        };
    });

    public void Read(long id, long upTo)
    {
        if (chat.Rooms.Find(id) is not { } room || upTo <= room.Info.ReadUpTo) return;
        if (upTo >= room.Info.LastId) room.Info = room.Info with { ReadUpTo = upTo, Unread = 0, Mentions = 0 };
        else
        {
            room.Info = room.Info with { ReadUpTo = upTo };
            RoomsAreStale = true;
        }
    }

    // The list of rooms may have counted it already, and it may come twice: it is told of once.
    private void Come(Message message)
    {
        Add(message);
        if (message.Id <= newest) return;
        newest = message.Id;
        if (message.From.Id == me) return;
        if (chat.Rooms.Find(message.Room) is not null) Tell(message);
        else if (early.Count < MostEarly) early.Add(message);
    }

    private void Tell(Message message)
    {
        if (chat.Rooms.Find(message.Room) is { } room && message.Id > room.Info.ReadUpTo) Came?.Invoke(room, message);
    }

    private void Change(RoomDetails details)
    {
        // A direct conversation has another name for each of its people, and the event has one for all.
        if (chat.Rooms.Find(details.Id) is { } room)
        {
            var name = details.Kind == RoomKind.Direct ? room.Info.Name : details.Name;
            room.Info = room.Info with { Name = name, Topic = details.Topic, Kind = details.Kind, Archived = details.Archived };
        }
        else RoomsAreStale = true;
    }

    private void Count(ChatRoom room, Message message, bool isOwn)
    {
        // The list of rooms may be newer than the event: then it has counted this message already.
        if (message.Id <= room.Info.LastId) return;
        var isUnread = !isOwn && message.Id > room.Info.ReadUpTo;
        room.Info = room.Info with
        {
            LastId = message.Id,
            Unread = room.Info.Unread + (isUnread ? 1 : 0),
            Mentions = room.Info.Mentions + (isUnread && Mention.Calls(message.Text, chat.Me) ? 1 : 0),
        };
    }

    private void Update(long room, long message, Func<Message, Message> change)
    {
        var conversation = chat.Rooms.Find(room)?.Conversation;
        if (conversation?.Find(Said.KeyOf(message)) is not Said { Message: { } known } said) return;
        var changed = change(known);
        if (changed != known) conversation.Replace(said.Key, said with { Message = changed, Text = changed.Text });
    }

    /// <summary>What happened while an answer was on its way: the chat took it in before it knew what the answer tells.</summary>
    internal sealed class Meanwhile : IDisposable
    {
        private readonly EventEffects effects;

        public Meanwhile(EventEffects effects)
        {
            this.effects = effects;
            effects.remembering.Add(this);
        }

        public List<ChatEvent> Events { get; } = [];

        public void Repeat()
        {
            Dispose();
            foreach (var happened in Events) effects.Take(happened);
        }

        public void Dispose() => effects.remembering.Remove(this);
    }
}
