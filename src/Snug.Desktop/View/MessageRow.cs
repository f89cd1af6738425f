using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View;

internal sealed class MessageRow(Palette palette)
{
    private const int AlignEnd = 2;

    public void AddTo(ListBox list, Said said)
    {
        using var ui = new Builder("message.ui");
        var row = ui.Get<Widget>("row");
        var time = said.At.ToString("t", CultureInfo.CurrentCulture);

        var text = ui.Get<Widget>("text");
        text.Set("label", said.Text);
        var clock = ui.Get<Widget>("time");
        clock.Set("label", time);
        clock.Set("tooltip-text", said.At.ToString("f", CultureInfo.CurrentCulture));

        ShowSpeaker(ui, said);
        row.SetClass("own", said.IsOwn);
        row.SetClass("continued", said.Continues);
        row.Name($"{said.From}, {time}: {said.Text}");
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
