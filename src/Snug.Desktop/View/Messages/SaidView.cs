using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Messages;

/// <summary>What somebody said: face and name where another spoke before, the text in its bubble, and the time beside it.</summary>
internal sealed class SaidView
{
    private const int AlignFill = 0, AlignEnd = 2;

    // To find how narrow a long text can be, GTK would lay it out with each character on a line of its own. The width fits into
    // the narrowest window.
    private const int Short = 30, LeastWidth = 160;

    private readonly Palette palette;
    private readonly Widget row;
    private readonly Widget avatar;
    private readonly Widget speaker;
    private readonly Widget timeBefore;
    private readonly Widget timeAfter;
    private readonly Widget state;
    private readonly Widget text;
    private readonly Quote quote;
    private readonly Reactions reactions;
    private string? painted;

    public SaidView(Builder ui, Palette palette, string me, IMessageDeeds? deeds)
    {
        this.palette = palette;
        row = ui.Get<Widget>("said");
        avatar = ui.Get<Widget>("avatar");
        speaker = ui.Get<Widget>("speaker");
        timeBefore = ui.Get<Widget>("time-before");
        timeAfter = ui.Get<Widget>("time-after");
        state = ui.Get<Widget>("state");
        text = ui.Get<Widget>("text");
        quote = new Quote(ui, deeds);
        reactions = new Reactions(ui.Get<Box>("reactions"), me, deeds);
    }

    public void SetVisible(bool isVisible) => row.Set("visible", isVisible);

    /// <returns>What a screen reader calls it.</returns>
    public string Show(Said said)
    {
        var time = said.At.ToString("t", CultureInfo.CurrentCulture);
        text.Set("label", said.Text);
        text.Set("width-request", said.Text.Length > Short ? LeastWidth : -1);
        quote.Show(said);
        reactions.Show(said.Message);
        ShowTime(said, time);
        ShowSpeaker(said);
        ShowState(said);
        row.SetClass("own", said.IsOwn);
        row.SetClass("continued", said.Continues);
        row.SetClass("waiting", said.Pending is not null);
        return Texts.Current.Says(said.From, time, said.Text);
    }

    private void ShowTime(Said said, string time)
    {
        timeAfter.Set("visible", !said.IsOwn);
        timeBefore.Set("visible", said.IsOwn);
        var clock = said.IsOwn ? timeBefore : timeAfter;
        clock.Set("label", time);
        clock.Set("tooltip-text", said.At.ToString("f", CultureInfo.CurrentCulture));
    }

    private void ShowSpeaker(Said said)
    {
        var isNamed = !said.IsOwn && !said.Continues;
        avatar.Set("visible", isNamed);
        speaker.Set("visible", isNamed);
        row.Set("halign", said.IsOwn ? AlignEnd : AlignFill);
        if (!isNamed || painted == said.From) return;
        avatar.Set("text", said.From);
        speaker.Set("label", said.From);
        if (painted is not null)
        {
            palette.Unpaint(avatar, painted);
            palette.Unpaint(speaker, painted);
        }
        palette.Paint(speaker, said.From);
        palette.Paint(avatar, said.From);
        painted = said.From;
    }

    private void ShowState(Said said)
    {
        var text = said.Pending is { Refusal: { } reason } ? Texts.Current.NotSentBecause(reason)
            : said.Pending is not null ? Texts.Current.Sending
            : said.Message?.EditedAt is not null ? Texts.Current.Edited : null;
        state.Set("visible", text is not null);
        state.Set("label", text ?? "");
    }
}
