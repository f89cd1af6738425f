using Snug.Client;
using Snug.Desktop.Model;
using Snug.Desktop.Text;

namespace Snug.Desktop.View.Messages;

/// <summary>The names that the chat knows now: the same object for as long as they are the same, so that texts need not be drawn anew.</summary>
internal sealed class NameBook : IDisposable
{
    private readonly Chat chat;

    public NameBook(Chat chat)
    {
        this.chat = chat;
        Known = Read();
        chat.PeopleChanged += Renew;
        chat.Rooms.Changed += Renew;
    }

    public KnownNames Known { get; private set; }

    public void Dispose()
    {
        chat.PeopleChanged -= Renew;
        chat.Rooms.Changed -= Renew;
    }

    private void Renew()
    {
        var now = Read();
        if (!now.People.SetEquals(Known.People) || now.Rooms.Count != Known.Rooms.Count || now.Rooms.Except(Known.Rooms).Any()) Known = now;
    }

    private KnownNames Read() => new(
        chat.Me,
        chat.People.Select(person => KnownNames.KeyOf(person.Name)).ToHashSet(),
        chat.Api is null ? new Dictionary<string, long>() : chat.Rooms.All.Where(room => room.Info is { Kind: not RoomKind.Direct, Name.Length: > 0 })
            .DistinctBy(room => KnownNames.KeyOf(room.Info.Name)).ToDictionary(room => KnownNames.KeyOf(room.Info.Name), room => room.Id));
}
