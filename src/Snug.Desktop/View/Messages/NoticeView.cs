using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Messages;

/// <summary>What the program tells its reader.</summary>
internal sealed class NoticeView
{
    private readonly Seldom<Widget> box;
    private Widget? title;
    private Widget? unsent;
    private Widget? detail;

    /// <param name="row">What it is put into.</param>
    /// <param name="below">What stands before it there.</param>
    public NoticeView(Widget row, Widget below) => box = new(row, "line-notice.ui", () => below, ui =>
    {
        title = ui.Get<Widget>("title");
        unsent = ui.Get<Widget>("unsent");
        detail = ui.Get<Widget>("detail");
    });

    public void Remove() => box.Remove();

    /// <returns>What a screen reader calls it.</returns>
    public string Show(Notice notice)
    {
        box.Show();
        var heading = $"{notice.Title} · {notice.At.ToString("t", CultureInfo.CurrentCulture)}";
        title!.Set("label", heading);
        ShowIfAny(unsent!, notice.Unsent);
        ShowIfAny(detail!, notice.Detail);
        string?[] parts = [heading, notice.Unsent, notice.Detail];
        return string.Join(". ", parts.Where(part => part is not null));
    }

    private static void ShowIfAny(Widget label, string? text)
    {
        label.Set("label", text ?? "");
        label.Set("visible", text is not null);
    }
}
