using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.People;

/// <summary>What one may do with somebody in the list of people.</summary>
/// <param name="holder">Something around the list.</param>
/// <param name="write">Goes to the conversation with somebody.</param>
/// <param name="mention">Begins to call somebody in the room that is open.</param>
internal sealed class PersonMenu(Widget holder, Action<string> write, Action<string> mention)
{
    public void Open(Person person, Widget row)
    {
        var ui = new Builder("person-menu.ui");
        var menu = ui.Get<Popover>("menu");
        ui.Get<Widget>("name").Set("label", person.Name);
        Does("write", write);
        Does("mention", mention);
        menu.OpenAt(holder, row, ui.Dispose);

        void Does(string item, Action<string> work) => ui.Get<Widget>(item).On("clicked", () =>
        {
            menu.Hide();
            work(person.Name);
        });
    }
}
