using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;
using Snug.Desktop.View.Choices;

namespace Snug.Desktop.View.Rooms;

/// <summary>What one does with rooms in a small window of its own.</summary>
internal sealed class RoomDialogs(Window over, Chat chat, Palette palette, Attempts attempts, Action<ChatRoom> show)
{
    private static readonly Texts Texts = Texts.Current;

    public void Open() => RoomForm.Open(over, chat, show);

    public void Change() => RoomForm.Change(over, chat, chat.Open);

    /// <summary>Rooms to join: choosing one shows it, its button also joins it.</summary>
    public void Browse()
    {
        var dialog = new Dialog("choosing.ui", over, Texts.BrowseRooms);
        dialog.Name(null);
        Lead(dialog, null);
        var list = new ChoiceList(dialog.Ui, palette, typed => (
            chat.Rooms.Others.Matching(typed, room => room.Info.Name).Select(room => Choice(room) with { Join = Joining(room) }),
            typed.Length > 0 ? Texts.NoSuchRoom(typed) : chat.Rooms.All.Count() > 1 ? Texts.InEveryRoom : Texts.OnlyLobby));
        list.Name(Texts.FindRoom);
        list.Chosen += choice =>
        {
            dialog.Close();
            if (chat.Rooms.All.FirstOrDefault(room => Choice(room).Key == choice.Key) is { } room) show(room);
        };
        dialog.Present();
        list.Focus();

        Action? Joining(ChatRoom room) => room.Info.Archived ? null : () => _ = dialog.DoAsync(async () =>
        {
            await chat.Api!.JoinAsync(room);
            show(room);
        });
    }

    /// <summary>A conversation with some people.</summary>
    public void Write()
    {
        var dialog = new Dialog("choosing.ui", over, Texts.NewMessage);
        dialog.Name(Texts.StartTalking);
        Lead(dialog, Texts.DirectHint);
        new PeoplePicker(dialog, palette, Others, async names => show(await chat.Api!.OpenDirectAsync(names))).Present();
    }

    public void Invite()
    {
        var room = chat.Open;
        var members = new HashSet<string>();
        var dialog = new Dialog("choosing.ui", over, Texts.InviteTo(room.Info.Name));
        dialog.Name(Texts.Invite);
        Lead(dialog, null);
        var picker = new PeoplePicker(dialog, palette, () => Others().Where(person => !members.Contains(person.Name)), async names =>
        {
            foreach (var name in names) await chat.Api!.InviteAsync(room, name);
            attempts.Tell(Texts.Invited(string.Join(", ", names), room.Info.Name));
        });
        picker.Present();
        _ = Quietly.DoAsync(async () =>
        {
            members.UnionWith((await chat.Api!.MembersAsync(room)).Select(user => user.Name));
            picker.Refresh();
        });
    }

    public void Archive() => _ = attempts.DoAsync(() =>
        chat.Api!.ChangeRoomAsync(chat.Open, new RoomChange { Archived = !chat.Open.Info.Archived }));

    public void Join() => _ = attempts.DoAsync(() => chat.Api!.JoinAsync(chat.Open));

    public void Leave() => _ = attempts.DoAsync(() => LeaveAsync(chat.Open));

    // Asks where one cannot come back by oneself.
    private async Task LeaveAsync(ChatRoom room)
    {
        if (room.Info.Kind == RoomKind.Private && !await IsSureAsync(room.Info.Name)) return;
        await chat.Api!.LeaveRoomAsync(room);
        if (room == chat.Open && chat.Rooms.Joined.FirstOrDefault() is { } other) show(other);
    }

    private async Task<bool> IsSureAsync(string room)
    {
        using var ui = new Builder("leave.ui");
        var dialog = ui.Get<MessageDialog>("dialog");
        dialog.Set("title", Texts.LeaveRoomAsk(room));
        dialog.Set("heading", Texts.LeaveRoomAsk(room));
        return await dialog.AskAsync(over) == "leave";
    }

    private IEnumerable<Person> Others() => chat.People.Where(person => person.Name != chat.Me);

    private static Choice Choice(ChatRoom room) => new(Said.KeyOf(room.Id), room.Info.Kind, room.Info.Name,
        room.Info.Archived ? Texts.Archived : room.Info.Topic ?? "") { IsQuiet = room.Info.Archived };

    private static void Lead(Dialog dialog, string? words)
    {
        dialog.Ui.Get<Widget>("picked").Set("visible", false);
        dialog.Ui.Get<Widget>("lead").Set("label", words ?? "");
        dialog.Ui.Get<Widget>("lead").Set("visible", words is not null);
    }
}
