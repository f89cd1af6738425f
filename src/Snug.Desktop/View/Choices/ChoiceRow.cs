using Snug.Desktop.Gtk;
using Snug.Desktop.View.Rooms;

namespace Snug.Desktop.View.Choices;

internal sealed class ChoiceRow : IItemRow<Choice>
{
    private readonly Builder ui = new("choice.ui");
    private readonly RoomSign sign;
    private readonly Widget join;
    private Choice? shown;

    public ChoiceRow(Palette palette)
    {
        Widget = ui.Get<Widget>("row");
        sign = new RoomSign(ui, palette);
        join = ui.Get<Widget>("join");
        join.On("clicked", () => shown?.Join?.Invoke());
    }

    public Widget Widget { get; }

    public void Show(Choice choice)
    {
        shown = choice;
        sign.Show(choice.Kind, choice.Name);
        ui.Get<Widget>("name").Set("label", choice.Name);
        ui.Get<Widget>("detail").Set("label", choice.Detail);
        ui.Get<Widget>("detail").Set("visible", choice.Detail.Length > 0);
        ui.Get<Widget>("chosen").Set("visible", choice.IsPicked);
        join.Set("visible", choice.Join is not null);
        join.Name(Texts.Current.JoinRoom(choice.Name));
        Widget.SetClass("archived", choice.IsQuiet);
        Widget.Name(choice.Detail.Length > 0 ? $"{choice.Name}, {choice.Detail}" : choice.Name);
    }

    public void Dispose() => ui.Dispose();
}
