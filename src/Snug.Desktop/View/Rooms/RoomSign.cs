using Snug.Client;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.View.Rooms;

/// <summary>What stands before a name: a face, a lock for a private room, or the sign of a room.</summary>
internal sealed class RoomSign(Builder ui, Palette palette)
{
    private readonly Widget hash = ui.Get<Widget>("hash");
    private readonly Widget padlock = ui.Get<Widget>("lock");
    private readonly Widget face = ui.Get<Widget>("face");
    private string? painted;

    /// <param name="kind">Of a room; <see cref="RoomKind.Direct"/> for people.</param>
    /// <param name="name">Whose face it is.</param>
    public void Show(RoomKind kind, string name)
    {
        hash.Set("visible", kind is not (RoomKind.Direct or RoomKind.Private));
        padlock.Set("visible", kind == RoomKind.Private);
        face.Set("visible", kind == RoomKind.Direct);
        if (kind != RoomKind.Direct || painted == name) return;
        if (painted is not null) palette.Unpaint(face, painted);
        palette.Paint(face, name);
        face.Set("text", name);
        painted = name;
    }
}
