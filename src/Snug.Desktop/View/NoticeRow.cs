using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View;

internal static class NoticeRow
{
    public static void AddTo(ListBox list, Notice notice)
    {
        using var ui = new Builder("notice.ui");
        var title = $"{notice.Title} · {notice.At.ToString("t", CultureInfo.CurrentCulture)}";
        ui.Get<Widget>("title").Set("label", title);
        ShowIfAny(ui.Get<Widget>("unsent"), notice.Unsent);
        ShowIfAny(ui.Get<Widget>("detail"), notice.Detail);

        var row = ui.Get<Widget>("row");
        string?[] parts = [title, notice.Unsent, notice.Detail];
        if (notice.Unsent is not null) CopyableLine.Make(row, ui.Get<Widget>("unsent"), notice.Unsent);
        row.Name(string.Join(". ", parts.Where(part => part is not null)));
        list.Add(row);
    }

    private static void ShowIfAny(Widget label, string? text)
    {
        label.Set("label", text ?? "");
        label.Set("visible", text is not null);
    }
}
