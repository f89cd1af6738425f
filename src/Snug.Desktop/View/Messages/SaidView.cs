using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.View.Files;

namespace Snug.Desktop.View.Messages;

/// <summary>What somebody said: face and name where another spoke before, the text in its bubble, and the time beside it.</summary>
internal sealed class SaidView : IDisposable
{
    private const int AlignFill = 0, AlignEnd = 2;

    // To find how narrow a long text can be, GTK would lay it out with each character on a line of its own. The width fits into
    // the narrowest window.
    private const int Short = 30, LeastWidth = 160;

    private readonly Surroundings around;
    private readonly Widget row;
    private readonly Widget avatar;
    private readonly Widget speaker;
    private readonly Widget timeBefore;
    private readonly Widget timeAfter;
    private readonly Widget state;
    private readonly MessageText text;
    private readonly AttachmentsView? files;
    private readonly Quote quote;
    private readonly Reactions reactions;
    private readonly Widget body;
    private string? painted;

    public SaidView(Builder ui, Surroundings around)
    {
        this.around = around;
        row = ui.Get<Widget>("said");
        avatar = ui.Get<Widget>("avatar");
        speaker = ui.Get<Widget>("speaker");
        timeBefore = ui.Get<Widget>("time-before");
        timeAfter = ui.Get<Widget>("time-after");
        state = ui.Get<Widget>("state");
        text = new MessageText(ui.Get<Widget>("body"), Open);
        files = around.Desk is { } desk ? new AttachmentsView(desk, ui.Get<Widget>("files")) : null;
        body = ui.Get<Widget>("body");
        quote = new Quote(ui, around.Deeds);
        reactions = new Reactions(ui.Get<Box>("reactions"), around.Chat.Me, around.Deeds);
    }

    public void Dispose() => files?.Dispose();

    public void SetVisible(bool isVisible) => row.Set("visible", isVisible);

    /// <returns>What a screen reader calls it.</returns>
    public string Show(Said said)
    {
        var time = said.At.ToString("t", CultureInfo.CurrentCulture);
        text.Show(said.Text, around.Names.Known);
        body.Set("visible", said.Text.Length > 0);
        body.Set("width-request", said.Text.Length > Short ? LeastWidth : -1);
        files?.Show(said.Message?.Attachments ?? said.Pending?.Files ?? [], said.From);
        quote.Show(said);
        reactions.Show(said.Message);
        ShowTime(said, time);
        ShowSpeaker(said);
        ShowState(said);
        row.SetClass("own", said.IsOwn);
        row.SetClass("continued", said.Continues);
        row.SetClass("waiting", said.Pending is not null);
        var names = string.Join(", ", (said.Message?.Attachments ?? []).Select(file => file.Name));
        return Texts.Current.Says(said.From, time, said.Text.Length > 0 ? said.Text : names);
    }

    private void Open(long room)
    {
        if (around.Chat.Rooms.Find(room) is { } known) around.Chat.Show(known);
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
            around.Palette.Unpaint(avatar, painted);
            around.Palette.Unpaint(speaker, painted);
        }
        around.Palette.Paint(speaker, said.From);
        around.Palette.Paint(avatar, said.From);
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
