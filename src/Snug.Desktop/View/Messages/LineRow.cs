using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Messages;

/// <summary>A row of the conversation: what somebody said or the program tells, and above it a day or the mark of what is new.</summary>
internal sealed class LineRow : IRow
{
    private readonly Func<string, Line?> find;
    private readonly Func<string?> found;
    private readonly Builder ui = new("line.ui");
    private readonly Widget day;
    private readonly Widget unread;
    private readonly SaidView said;
    private readonly NoticeView notice;

    /// <param name="find">The line of a key.</param>
    /// <param name="found">The key of the line that was looked for; null for none.</param>
    /// <param name="around">What all rows share.</param>
    public LineRow(Func<string, Line?> find, Func<string?> found, Surroundings around)
    {
        (this.find, this.found) = (find, found);
        Widget = ui.Get<Widget>("row");
        day = ui.Get<Widget>("day");
        unread = ui.Get<Widget>("unread");
        said = new SaidView(ui, around);
        notice = new NoticeView(ui);
    }

    public Widget Widget { get; }

    /// <summary>What is shown.</summary>
    public Line? Line { get; private set; }

    public bool IsShown => Line is not null;

    public string Show(string key)
    {
        Line = find(key);
        MarkFound();
        said.SetVisible(Line is Said);
        notice.SetVisible(Line is Notice);
        day.Set("visible", Line is Said { OpensDay: true });
        unread.Set("visible", Line is Said { OpensUnread: true });
        if (Line is Said { OpensDay: true }) day.Set("label", Line.At.ToString("D", CultureInfo.CurrentCulture));
        return Line switch
        {
            Said it => said.Show(it),
            Notice it => notice.Show(it),
            _ => "",
        };
    }

    /// <summary>Stands out where it is the line that was looked for.</summary>
    public void MarkFound() => Widget.SetClass("found", Line is not null && Line.Key == found());

    public void Hide() => Line = null;

    public void Dispose()
    {
        said.Dispose();
        ui.Dispose();
    }
}
