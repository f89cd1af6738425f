using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.People;

/// <summary>Somebody in the list of people.</summary>
internal sealed class PersonRow : IItemRow<Person>
{
    private readonly Builder ui = new("person.ui");
    private readonly string me;
    private readonly Palette palette;
    private bool isPainted;

    /// <param name="me">The reader.</param>
    /// <param name="palette">The people's colours.</param>
    /// <param name="isActivatable">Whether something follows from a click on it.</param>
    public PersonRow(string me, Palette palette, bool isActivatable)
    {
        (this.me, this.palette) = (me, palette);
        Widget = ui.Get<Widget>("row");
        Widget.Set("activatable", isActivatable);
    }

    public Widget Widget { get; }

    public void Show(Person person)
    {
        var (name, texts) = (person.Name, Texts.Current);
        var avatar = ui.Get<Widget>("avatar");
        if (!isPainted) palette.Paint(avatar, name);
        isPainted = true;
        avatar.Set("text", name);
        ui.Get<Widget>("name").Set("label", name);
        ui.Get<Widget>("you").Set("visible", name == me);
        Widget.Name(name == me ? texts.NameYou(name) : person.IsHere ? name : texts.NameAway(name));
        Widget.SetClass("away", !person.IsHere);
    }

    public void Dispose() => ui.Dispose();
}
