using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Rooms;

/// <summary>The frame at the start: the rooms that one is in, and whom one talks with.</summary>
internal sealed class RoomsPane : IDisposable
{
    private readonly Builder ui = new("rooms.ui");
    private readonly Chat chat;
    private readonly ItemRows<ChatRoom, long> joined;
    private readonly ItemRows<ChatRoom, long> direct;

    /// <param name="place">Where the pane is put.</param>
    /// <param name="chat">Whose rooms.</param>
    /// <param name="palette">The people's colours.</param>
    /// <param name="show">Shows a room that was chosen.</param>
    /// <param name="dialogs">What the buttons open.</param>
    public RoomsPane(Box place, Chat chat, Palette palette, Action<ChatRoom> show, RoomDialogs dialogs)
    {
        this.chat = chat;
        place.Append(ui.Get<Widget>("rooms"));
        joined = new(ui.Get<ListBox>("joined"), room => room.Id, () => new RoomRow(chat, palette));
        direct = new(ui.Get<ListBox>("direct"), room => room.Id, () => new RoomRow(chat, palette));
        joined.Chosen += (room, _) => show(room);
        direct.Chosen += (room, _) => show(room);
        ui.Get<Widget>("open").On("clicked", dialogs.Open);
        ui.Get<Widget>("browse").On("clicked", dialogs.Browse);
        ui.Get<Widget>("write").On("clicked", dialogs.Write);
        chat.Rooms.Changed += Show;
        chat.OpenChanged += Show;
        Show();
    }

    /// <summary>To the room that is open, for the keyboard.</summary>
    public void Focus()
    {
        var rows = joined.Items.Contains(chat.Open) ? joined : direct;
        var at = rows.Items.Index().FirstOrDefault(entry => entry.Item == chat.Open).Index;
        if (rows.Items.Count > 0) rows.RowAt(at).Focus();
    }

    public void Dispose()
    {
        chat.Rooms.Changed -= Show;
        chat.OpenChanged -= Show;
        ui.Dispose();
    }

    private void Show()
    {
        joined.Show([.. chat.Rooms.Joined]);
        direct.Show([.. chat.Rooms.Direct]);
    }
}
