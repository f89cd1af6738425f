using System.Globalization;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;
using Snug.Desktop.Model;
using Snug.Desktop.View.Files;

namespace Snug.Desktop.View.Messages;

/// <summary>What somebody said: face and name where another spoke before, the text in its bubble, and the time beside it.</summary>
internal sealed class SaidView : IDisposable
{
    private const int AlignFill = 0, AlignEnd = 2;

    // The face stands in the first of three columns, the bubble in the second. One's own words have no face.
    private const int BeforeBubble = 0, BehindBubble = 2;

    private readonly Surroundings around;
    private readonly Widget row;
    private readonly Widget bubble;
    private readonly Widget body;
    private readonly Widget time;
    private readonly Seldom<Widget> avatar;
    private readonly Seldom<Widget> speaker;
    private readonly Seldom<Widget> filesBox;
    private readonly Seldom<Widget> state;
    private readonly MessageText text;
    private readonly Quote quote;
    private readonly Reactions reactions;
    private AttachmentsView? files;
    private string? painted;
    private bool isTimeBefore;

    public SaidView(Builder ui, Surroundings around)
    {
        this.around = around;
        row = ui.Get<Widget>("said");
        bubble = ui.Get<Widget>("bubble");
        body = ui.Get<Widget>("body");
        time = ui.Get<Widget>("time");
        text = new MessageText(body, Open);
        avatar = new(row, "line-avatar.ui", () => null);
        speaker = new(bubble, "line-speaker.ui", () => null);
        quote = new Quote(bubble, () => speaker.Part, around.Deeds);
        filesBox = new(bubble, "line-files.ui", () => body);
        state = new(bubble, "line-state.ui", () => filesBox.Part ?? body);
        var reactionsBox = new Seldom<Box>(bubble, "line-reactions.ui", () => state.Part ?? filesBox.Part ?? body);
        reactions = new Reactions(reactionsBox, around.Chat.Me, around.Deeds);
    }

    public void Dispose() => files?.Dispose();

    public void SetVisible(bool isVisible) => row.Set("visible", isVisible);

    /// <returns>What a screen reader calls it.</returns>
    public string Show(Said said)
    {
        var clock = said.At.ToString("t", CultureInfo.CurrentCulture);
        text.Show(said.Text, around.Names.Known);
        body.Set("visible", said.Text.Length > 0);
        ShowFiles(said);
        quote.Show(said);
        reactions.Show(said.Message);
        ShowTime(said, clock);
        ShowSpeaker(said);
        ShowState(said);
        row.SetClass("own", said.IsOwn);
        row.SetClass("continued", said.Continues);
        row.SetClass("waiting", said.Pending is not null);
        var names = string.Join(", ", (said.Message?.Attachments ?? []).Select(file => FileName.Shown(file.Name)));
        return Texts.Current.Says(said.From, clock, said.Text.Length > 0 ? said.Text : names);
    }

    private void Open(long room)
    {
        if (around.Chat.Rooms.Find(room) is { } known) around.Chat.Show(known);
    }

    private void ShowFiles(Said said)
    {
        var all = said.Message?.Attachments ?? said.Pending?.Files ?? [];
        if (around.Desk is not { } desk || (files is null && all.Count == 0)) return;
        files ??= new AttachmentsView(desk, filesBox.Show());
        files.Show(all, said.From);
    }

    private void ShowTime(Said said, string clock)
    {
        if (said.IsOwn != isTimeBefore)
        {
            isTimeBefore = said.IsOwn;
            time.PutIntoColumn(isTimeBefore ? BeforeBubble : BehindBubble, around: row);
        }
        time.Set("label", clock);
        time.Set("tooltip-text", said.At.ToString("f", CultureInfo.CurrentCulture));
    }

    // Once made these two are kept: while one scrolls they are wanted again and again.
    private void ShowSpeaker(Said said)
    {
        var isNamed = !said.IsOwn && !said.Continues;
        row.Set("halign", said.IsOwn ? AlignEnd : AlignFill);
        if (!isNamed)
        {
            avatar.Part?.Set("visible", false);
            speaker.Part?.Set("visible", false);
            return;
        }
        var (face, name) = (avatar.Show(), speaker.Show());
        face.Set("visible", true);
        name.Set("visible", true);
        if (painted == said.From) return;
        face.Set("text", said.From);
        name.Set("label", said.From);
        if (painted is not null)
        {
            around.Palette.Unpaint(face, painted);
            around.Palette.Unpaint(name, painted);
        }
        around.Palette.Paint(face, said.From);
        around.Palette.Paint(name, said.From);
        painted = said.From;
    }

    private void ShowState(Said said) => state.Say(said switch
    {
        { Pending.Refusal: { } reason } => Texts.Current.NotSentBecause(reason),
        { Pending: not null } => Texts.Current.Sending,
        { Message.EditedAt: not null } => Texts.Current.Edited,
        _ => null,
    });
}
