using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View;

internal sealed class MessageRow(Palette palette)
{
    private const int AlignEnd = 2;

    // To find how narrow a long text can be, GTK would lay it out with each character on a line of its own. The width fits into
    // the narrowest window.
    private const int Short = 30, LeastWidth = 160;

    public void AddTo(ListBox list, Said said)
    {
        using var ui = new Builder("message.ui");
        var row = ui.Get<Widget>("row");
        var time = said.At.ToString("t", CultureInfo.CurrentCulture);

        var text = ui.Get<Widget>("text");
        text.Set("label", said.Text);
        if (said.Text.Length > Short) text.Set("width-request", LeastWidth);

        ui.Get<Widget>(said.IsOwn ? "time-after" : "time-before").Set("visible", false);
        var clock = ui.Get<Widget>(said.IsOwn ? "time-before" : "time-after");
        clock.Set("label", time);
        clock.Set("tooltip-text", said.At.ToString("f", CultureInfo.CurrentCulture));

        ShowSpeaker(ui, said);
        row.SetClass("own", said.IsOwn);
        row.SetClass("continued", said.Continues);
        row.Name($"{said.From}, {time}: {said.Text}");
        CopyableLine.Make(row, text, said.Text);
        list.Add(row);
    }

    private void ShowSpeaker(Builder ui, Said said)
    {
        var avatar = ui.Get<Widget>("avatar");
        avatar.Set("text", said.From);
        avatar.Set("visible", !said.IsOwn && !said.Continues);

        var speaker = ui.Get<Widget>("speaker");
        speaker.Set("label", said.From);
        speaker.Set("visible", !said.IsOwn && !said.Continues);
        palette.Paint(speaker, said.From);
        palette.Paint(avatar, said.From);
        if (said.IsOwn) ui.Get<Widget>("line").Set("halign", AlignEnd);
    }
}
