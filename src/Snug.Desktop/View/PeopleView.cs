using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View;

/// <summary>The frame with who is here.</summary>
internal sealed class PeopleView
{
    private readonly ChatRoom room;
    private readonly Palette palette;
    private readonly ListBox list;
    private readonly Widget count;
    private readonly List<string> shown = [];

    public PeopleView(Builder ui, ChatRoom room, Palette palette)
    {
        this.room = room;
        this.palette = palette;
        list = ui.Get<ListBox>("people");
        count = ui.Get<Widget>("count");
        room.PeopleChanged += Show;
        room.LinkChanged += () => list.Set("sensitive", room.IsConnected);
    }

    // Rows that stay are left alone: the reader may be scrolling, or a screen reader reading.
    private void Show()
    {
        for (var i = shown.Count - 1; i >= 0; i--)
            if (!room.People.Contains(shown[i])) Remove(i);

        for (var i = 0; i < room.People.Count; i++)
            if (i == shown.Count || shown[i] != room.People[i]) Insert(i, room.People[i]);

        while (shown.Count > room.People.Count) Remove(shown.Count - 1);
        count.Set("label", shown.Count.ToString(CultureInfo.CurrentCulture));
        count.Name(shown.Count == 1 ? "1 person is here" : $"{shown.Count} people are here");
    }

    private void Remove(int index)
    {
        if (list.RowAt(index) is { } row) list.Remove(row);
        shown.RemoveAt(index);
    }

    private void Insert(int index, string name)
    {
        using var ui = new Builder("person.ui");
        var avatar = ui.Get<Widget>("avatar");
        avatar.Set("text", name);
        palette.Paint(avatar, name);
        ui.Get<Widget>("name").Set("label", name);
        ui.Get<Widget>("you").Set("visible", name == room.Me);

        var row = ui.Get<Widget>("row");
        row.Name(name == room.Me ? $"{name} (you)" : name);
        list.Insert(row, index);
        shown.Insert(index, name);
    }
}
