using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.View.Choices;

namespace Snug.Desktop.View;

/// <summary>Leads to a room or a person by some letters of the name.</summary>
internal static class Switcher
{
    private const string SomeRoom = "room:", SomePerson = "person:";

    /// <param name="over">The window it stands before.</param>
    /// <param name="chat">Where to look.</param>
    /// <param name="palette">The people's colours.</param>
    /// <param name="goTo">Goes to a room.</param>
    /// <param name="write">Goes to the conversation with somebody.</param>
    public static void Open(Window over, Chat chat, Palette palette, Action<ChatRoom> goTo, Action<string> write)
    {
        var texts = Texts.Current;
        var dialog = new Dialog("choosing.ui", over, texts.GoTo);
        dialog.Name(null);
        dialog.Ui.Get<Widget>("lead").Set("visible", false);
        dialog.Ui.Get<Widget>("picked").Set("visible", false);
        var list = new ChoiceList(dialog.Ui, palette, typed => (Find(chat, typed), texts.NothingCalled(typed)));
        list.Name(texts.GoToHint);
        list.Chosen += choice =>
        {
            dialog.Close();
            if (choice.Key.StartsWith(SomePerson, StringComparison.Ordinal)) write(choice.Name);
            else if (chat.Rooms.All.FirstOrDefault(room => KeyOf(room) == choice.Key) is { } room) goTo(room);
        };
        dialog.Present();
        list.Focus();
    }

    // What waits to be read comes first, then what is near: one's own rooms, one's people, the other rooms.
    private static IEnumerable<Choice> Find(Chat chat, string typed)
    {
        var mine = chat.Rooms.Mine.Where(room => room != chat.Open).ToList();
        var known = mine.Select(room => room.Info).Where(info => info.Kind == RoomKind.Direct).Select(info => info.Name).ToHashSet();
        return mine.OrderByDescending(room => room.Info.Mentions > 0).ThenByDescending(room => room.Info.Unread > 0).Select(Of)
            .Concat(chat.People.Where(person => person.Name != chat.Me && !known.Contains(person.Name)).Select(Of))
            .Concat(chat.Rooms.Others.Select(Of))
            .Matching(typed, choice => choice.Name);
    }

    private static Choice Of(ChatRoom room)
    {
        var (texts, info) = (Texts.Current, room.Info);
        var detail = !info.Joined ? texts.NotIn : info.Unread > 0 ? texts.Unread(info.Unread) : info.Topic ?? "";
        return new(KeyOf(room), info.Kind, info.Name, detail) { IsQuiet = info.Archived };
    }

    private static Choice Of(Person person) =>
        new(SomePerson + person.Name, RoomKind.Direct, person.Name, person.IsHere ? "" : Texts.Current.IsAway) { IsQuiet = !person.IsHere };

    private static string KeyOf(ChatRoom room) => SomeRoom + Said.KeyOf(room.Id);
}
