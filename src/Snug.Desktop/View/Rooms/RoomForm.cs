using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Rooms;

/// <summary>Asks what a room is to be called, what it is about, and who may come.</summary>
internal static class RoomForm
{
    private static readonly Texts Texts = Texts.Current;

    /// <param name="over">The window it stands before.</param>
    /// <param name="chat">Where the room is opened.</param>
    /// <param name="opened">Told of the room.</param>
    public static void Open(Window over, Chat chat, Action<ChatRoom> opened)
    {
        var dialog = new Dialog("room-form.ui", over, Texts.OpenRoom) { Explain = Explain };
        dialog.Name(Texts.OpenRoomNow);
        Ask(dialog, async (name, topic) =>
        {
            var isPrivate = dialog.Ui.Get<Widget>("private").GetBoolean("active");
            opened(await chat.Api!.OpenRoomAsync(name, topic.Length > 0 ? topic : null, isPrivate));
        });
    }

    public static void Change(Window over, Chat chat, ChatRoom room)
    {
        var dialog = new Dialog("room-form.ui", over, Texts.ChangeRoom) { Explain = Explain };
        dialog.Name(Texts.Save);
        dialog.Ui.Get<Widget>("privacy").Set("visible", false);
        dialog.Ui.Get<EntryRow>("name").Text = room.Info.Name;
        dialog.Ui.Get<EntryRow>("topic").Text = room.Info.Topic ?? "";
        Ask(dialog, (name, topic) => chat.Api!.ChangeRoomAsync(room, new RoomChange { Name = name, Topic = topic }));
    }

    private static void Ask(Dialog dialog, Func<string, string, Task> work)
    {
        var name = dialog.Ui.Get<EntryRow>("name");
        var topic = dialog.Ui.Get<EntryRow>("topic");
        dialog.Go = () =>
        {
            var isNamed = !string.IsNullOrWhiteSpace(name.Text);
            name.IsWrong = !isNamed;
            if (isNamed) _ = dialog.DoAsync(() => work(name.Text.Trim(), topic.Text.Trim()));
            else
            {
                dialog.Complain(Texts.RefusedRoomName);
                name.Focus();
            }
        };
        name.On("entry-activated", () => dialog.Go());
        topic.On("entry-activated", () => dialog.Go());
        dialog.Present();
        name.Focus();
    }

    // People's names can be taken as well.
    private static string Explain(ChatException failure) =>
        failure is RefusedException { Code: "name-taken" } ? Texts.RoomNameTaken : Texts.Explain(failure);
}
