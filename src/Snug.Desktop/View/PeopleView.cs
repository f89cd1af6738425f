using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View;

/// <summary>The frame with who is here.</summary>
internal sealed class PeopleView
{
    private readonly Chat chat;
    private readonly Palette palette;
    private readonly ListBox list;
    private readonly Widget count;
    private readonly List<Person> shown = [];

    public PeopleView(Builder ui, Chat chat, Palette palette)
    {
        this.chat = chat;
        this.palette = palette;
        list = ui.Get<ListBox>("people");
        count = ui.Get<Widget>("count");
        chat.PeopleChanged += Show;
        chat.LinkChanged += ShowLink;
        list.On("destroy", Leave);
    }

    // The chat outlives its windows.
    private void Leave()
    {
        chat.PeopleChanged -= Show;
        chat.LinkChanged -= ShowLink;
    }

    private void ShowLink() => list.Set("sensitive", chat.IsConnected);

    // Rows that stay are left alone: the reader may be scrolling, or a screen reader reading.
    private void Show()
    {
        for (var i = shown.Count - 1; i >= 0; i--)
            if (!chat.People.Contains(shown[i])) Remove(i);

        for (var i = 0; i < chat.People.Count; i++)
            if (i == shown.Count || shown[i] != chat.People[i]) Insert(i, chat.People[i]);

        while (shown.Count > chat.People.Count) Remove(shown.Count - 1);
        var here = shown.Count(person => person.IsHere);
        count.Set("label", here.ToString(CultureInfo.CurrentCulture));
        count.Name(here == 1 ? "1 person is here" : $"{here} people are here");
    }

    private void Remove(int index)
    {
        if (list.RowAt(index) is { } row) list.Remove(row);
        shown.RemoveAt(index);
    }

    private void Insert(int index, Person person)
    {
        var name = person.Name;
        using var ui = new Builder("person.ui");
        var avatar = ui.Get<Widget>("avatar");
        avatar.Set("text", name);
        palette.Paint(avatar, name);
        ui.Get<Widget>("name").Set("label", name);
        ui.Get<Widget>("you").Set("visible", name == chat.Me);

        var row = ui.Get<Widget>("row");
        row.Name(name == chat.Me ? $"{name} (you)" : person.IsHere ? name : $"{name}, away");
        row.SetClass("away", !person.IsHere);
        list.Insert(row, index);
        shown.Insert(index, person);
    }
}
