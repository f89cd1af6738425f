using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Writing;

/// <summary>Offers the people whose names begin with what was typed behind an <c>@</c>.</summary>
internal sealed class MentionCompletion
{
    private const int Most = 6;

    private readonly TextView entry;
    private readonly Widget around;
    private readonly Chat chat;
    private readonly Popover popover;
    private readonly ListBox list;
    private List<string> offered = [];
    private int chosen;

    /// <param name="entry">Where is written.</param>
    /// <param name="around">A box around it: a text view cannot have a popover of its own.</param>
    /// <param name="chat">Whose people are offered.</param>
    public MentionCompletion(TextView entry, Widget around, Chat chat)
    {
        this.around = around;
        (this.entry, this.chat) = (entry, chat);
        using var ui = new Builder("completion.ui");
        popover = ui.Get<Popover>("popover");
        list = ui.Get<ListBox>("names");
        popover.Attach(around);
        list.On("row-activated", emission => { Take(new ListBoxRow { Handle = emission.Arguments[1].AsObject() }.Index); return false; });
    }

    /// <summary>Looks whether a name is being written.</summary>
    public void Look()
    {
        var begun = Begun();
        offered = begun is null ? [] : [.. chat.People.Select(person => person.Name)
            .Where(name => name != chat.Me && name.StartsWith(begun, StringComparison.CurrentCultureIgnoreCase)).Take(Most)];
        if (offered.Count == 0) popover.Hide();
        else Offer();
    }

    /// <returns>Whether the key was for the names that are offered.</returns>
    public bool Press(KeyPress press)
    {
        if (offered.Count == 0 || press.Control || press.Alt || press.Shift) return false;
        switch (press.Key)
        {
            case KeyPress.Up: Choose(chosen - 1); return true;
            case KeyPress.Down: Choose(chosen + 1); return true;
            case KeyPress.Tab or KeyPress.Return or KeyPress.KeypadEnter: Take(chosen); return true;
            default: return false;
        }
    }

    /// <returns>Whether names were offered.</returns>
    public bool Close()
    {
        var wasOpen = offered.Count > 0;
        offered = [];
        popover.Hide();
        return wasOpen;
    }

    private void Offer()
    {
        list.Clear();
        foreach (var name in offered)
        {
            using var ui = new Builder("completion-name.ui");
            ui.Get<Widget>("name").Set("label", name);
            ui.Get<Widget>("row").Name(name);
            list.Add(ui.Get<Widget>("row"));
        }
        var (place, within) = (entry.CursorPlace, entry.PlaceIn(around));
        popover.PointTo(place with { X = place.X + within.X, Y = place.Y + within.Y });
        popover.Show();
        Choose(0);
    }

    private void Choose(int index)
    {
        chosen = (index + offered.Count) % offered.Count;
        list.Select(chosen);
    }

    private void Take(int index)
    {
        var (name, begun, cursor) = (offered[index], Begun() ?? "", entry.Cursor);
        offered = [];
        popover.Hide();
        entry.Delete(cursor - begun.EnumerateRunes().Count(), cursor);
        entry.Insert(name + " ");
        entry.Focus();
    }

    // The letters between the last @ and the cursor; null where there is none, or it stands within a word.
    private string? Begun()
    {
        var before = string.Concat(entry.Text.EnumerateRunes().Take(entry.Cursor));
        var at = before.LastIndexOf('@');
        if (at < 0 || (at > 0 && char.IsLetterOrDigit(before[at - 1]))) return null;
        var begun = before[(at + 1)..];
        return begun.Length <= 32 && begun.All(letter => char.IsLetterOrDigit(letter) || letter is '_' or '-' or '.') ? begun : null;
    }
}
