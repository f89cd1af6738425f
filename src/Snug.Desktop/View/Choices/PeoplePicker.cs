using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Choices;

/// <summary>Asks for some people: Enter takes the one that is marked, and once more on an empty entry goes on.</summary>
internal sealed class PeoplePicker
{
    private readonly Dialog dialog;
    private readonly ChoiceList list;
    private readonly Func<IEnumerable<Person>> people;
    private readonly List<string> picked = [];

    /// <param name="dialog">An empty <c>choosing.ui</c>.</param>
    /// <param name="palette">The people's colours.</param>
    /// <param name="people">Who may be picked.</param>
    /// <param name="work">What is done with them.</param>
    public PeoplePicker(Dialog dialog, Palette palette, Func<IEnumerable<Person>> people, Func<IReadOnlyList<string>, Task> work)
    {
        (this.dialog, this.people) = (dialog, people);
        list = new ChoiceList(dialog.Ui, palette, Find);
        list.Name(Texts.Current.FindSomebody);
        list.Chosen += choice => Toggle(choice.Key);
        list.OnEmptyEnter = () =>
        {
            if (picked.Count > 0) dialog.Go();
            return picked.Count > 0;
        };
        dialog.Go = () =>
        {
            if (picked.Count > 0) _ = dialog.DoAsync(() => work([.. picked]));
            else dialog.Complain(Texts.Current.ToWhom);
        };
        Show();
    }

    public void Present()
    {
        dialog.Present();
        list.Focus();
    }

    /// <summary>Who may be picked has changed.</summary>
    public void Refresh()
    {
        if (!dialog.IsClosed) list.Refresh();
    }

    private (IEnumerable<Choice> Choices, string Nothing) Find(string typed)
    {
        var texts = Texts.Current;
        var found = people().Matching(typed, person => person.Name).Select(person =>
            new Choice(person.Name, RoomKind.Direct, person.Name, person.IsHere ? "" : texts.IsAway)
            {
                IsPicked = picked.Contains(person.Name),
                IsQuiet = !person.IsHere,
            });
        return (found, typed.Length > 0 ? texts.NobodyCalled(typed) : texts.NobodyElse);
    }

    private void Toggle(string name)
    {
        if (!picked.Remove(name)) picked.Add(name);
        dialog.Complain(null);
        Show();
        list.Clear();
        list.Focus();
    }

    private void Show()
    {
        var label = dialog.Ui.Get<Widget>("picked");
        label.Set("label", string.Join(", ", picked));
        label.Set("visible", picked.Count > 0);
    }
}
