using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Messages;

/// <summary>What the program tells its reader.</summary>
internal sealed class NoticeView(Builder ui)
{
    private readonly Widget box = ui.Get<Widget>("notice");
    private readonly Widget title = ui.Get<Widget>("title");
    private readonly Widget unsent = ui.Get<Widget>("unsent");
    private readonly Widget detail = ui.Get<Widget>("detail");

    public void SetVisible(bool isVisible) => box.Set("visible", isVisible);

    /// <returns>What a screen reader calls it.</returns>
    public string Show(Notice notice)
    {
        var heading = $"{notice.Title} · {notice.At.ToString("t", CultureInfo.CurrentCulture)}";
        title.Set("label", heading);
        ShowIfAny(unsent, notice.Unsent);
        ShowIfAny(detail, notice.Detail);
        string?[] parts = [heading, notice.Unsent, notice.Detail];
        return string.Join(". ", parts.Where(part => part is not null));
    }

    private static void ShowIfAny(Widget label, string? text)
    {
        label.Set("label", text ?? "");
        label.Set("visible", text is not null);
    }
}
