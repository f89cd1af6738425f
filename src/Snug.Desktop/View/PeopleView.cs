using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.View.People;

namespace Snug.Desktop.View;

/// <summary>The frame with who is here, and below them who is not.</summary>
internal sealed class PeopleView
{
    private readonly Chat chat;
    private readonly Widget count;
    private readonly ItemRows<Person, string> rows;

    /// <param name="ui">The window.</param>
    /// <param name="chat">Whose people.</param>
    /// <param name="palette">Their colours.</param>
    /// <param name="menu">What opens on one of them; null for nothing.</param>
    public PeopleView(Builder ui, Chat chat, Palette palette, PersonMenu? menu)
    {
        this.chat = chat;
        var list = ui.Get<ListBox>("people");
        count = ui.Get<Widget>("count");
        rows = new(list, person => person.Name, () => new PersonRow(chat.Me, palette, menu is not null));
        rows.Chosen += (person, row) => { if (person.Name != chat.Me) menu?.Open(person, row); };
        chat.PeopleChanged += Show;
        chat.LinkChanged += () => list.Set("sensitive", chat.IsConnected);
    }

    private void Show()
    {
        rows.Show(chat.People);
        var here = chat.People.Count(person => person.IsHere);
        count.Set("label", here.ToString(CultureInfo.CurrentCulture));
        count.Name(Texts.Current.PeopleHere(here));
    }
}
