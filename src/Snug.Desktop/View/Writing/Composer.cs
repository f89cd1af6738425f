using System.Globalization;
using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Writing;

/// <summary>The frame in which the person writes, with the count of characters that still fit.</summary>
internal sealed class Composer : IDisposable
{
    private const int Few = 10, ManyLeft = 100;

    private readonly Builder ui = new("composer.ui");
    private readonly Chat chat;
    private readonly TextView entry;
    private readonly Widget placeholder;
    private readonly Widget counter;
    private readonly Widget send;
    private readonly Subject subject;
    private readonly MentionCompletion mentions;
    private readonly Attaching? attaching;
    private ChatRoom room;
    private bool waits;

    /// <param name="place">Where it is shown.</param>
    /// <param name="window">The window that it is in.</param>
    /// <param name="chat">What is talked in.</param>
    /// <param name="desk">What is shared by all that shows files; null where there are none.</param>
    public Composer(Box place, Window window, Chat chat, FileDesk? desk)
    {
        this.chat = chat;
        room = chat.Open;
        place.Append(ui.Get<Widget>("composer"));
        entry = ui.Get<TextView>("entry");
        placeholder = ui.Get<Widget>("placeholder");
        counter = ui.Get<Widget>("counter");
        send = ui.Get<Widget>("send");
        subject = new Subject(ui, Put);
        mentions = new MentionCompletion(entry, ui.Get<Widget>("writing"), chat);

        if (chat.Api is { } api && desk is not null) attaching = new Attaching(ui, window, chat, api, desk);
        if (Tray is not null) Tray.Changed += Arrived;
        entry.OnChanged(Changed);
        entry.OnKey(Press);
        send.On("clicked", () => { Send(); Focus(); });
        chat.LinkChanged += Count;
        chat.OpenChanged += Turn;
        chat.TakeBack = TakeBack;
        Put(room.Draft);
        Count();
    }

    // The chat outlives its windows.
    public void Dispose()
    {
        chat.LinkChanged -= Count;
        chat.OpenChanged -= Turn;
        if (chat.TakeBack == TakeBack) chat.TakeBack = _ => false;
        attaching?.Dispose();
        ui.Dispose();
    }

    /// <summary>Has something else done, where it can be, when the person goes back from the entry.</summary>
    public void OnBack(Func<bool> goBack) => entry.OnKey(press => press.Key == KeyPress.BackTab && goBack());

    public void Focus() => entry.Focus();

    /// <summary>Begins an answer to a message.</summary>
    public void Reply(Message message)
    {
        subject.Reply(message);
        Focus();
    }

    /// <summary>Lets the person change what they said.</summary>
    public void Edit(Message message)
    {
        // What stands in the entry may be the change of another message.
        subject.Cancel();
        subject.Edit(message, entry.Text);
        Put(message.Text);
        Focus();
    }

    /// <summary>Puts words where the cursor is.</summary>
    public void Insert(string text)
    {
        entry.Insert(text);
        Focus();
    }

    /// <summary>Gives up what was begun last: the choice of a name, the wait for files, an answer or a change.</summary>
    /// <returns>Whether there was something.</returns>
    public bool Cancel()
    {
        if (mentions.Close()) return true;
        if (!waits) return subject.Cancel();
        Wait(false);
        Count();
        return true;
    }

    private Tray? Tray => attaching?.Tray;

    private bool Press(KeyPress press)
    {
        if (mentions.Press(press)) return true;
        switch (press)
        {
            case { Key: KeyPress.Return or KeyPress.KeypadEnter, Shift: true } when chat.Speaker.TakesLines: return false;
            case { Key: KeyPress.Return or KeyPress.KeypadEnter }: Send(); return true;
            case { Control: true, Key: 'o' or 'O' } when attaching is not null: _ = attaching.ChooseAsync(); return true;
            case { Control: true, Key: 'v' or 'V' } when Tray is not null && Toolkit.HasCopiedPicture: _ = Tray.PasteAsync(); return true;
            case { Key: KeyPress.Up } when entry.Text.Length == 0: return EditLast();
            default: return false;
        }
    }

    private bool EditLast()
    {
        if (chat.Api is null || chat.Open.Conversation.Lines.OfType<Said>().LastOrDefault(said => said is { IsOwn: true, Message: not null }) is not { } last) return false;
        Edit(last.Message!);
        return true;
    }

    private void Send()
    {
        var text = entry.Text.Trim();
        if (text.Length == 0 && (Tray?.IsEmpty ?? true)) return;
        if (subject.Edited is { } message) _ = ChangeAsync(message, text);
        else if (Tray is { IsReady: false }) Wait(true);
        else if (chat.Say(text, subject.Answered?.Id, Tray?.Take())) Clear();
        else entry.Bell();
    }

    // It leaves when its files are there.
    private void Wait(bool isSo)
    {
        waits = isSo;
        entry.Set("sensitive", !isSo);
    }

    private void Arrived()
    {
        // What cannot be sent is the person's to take away, or to leave out.
        if (waits && Tray is { HasRefused: true }) Wait(false);
        if (waits && Tray is { IsReady: true })
        {
            Wait(false);
            Send();
            Focus();
        }
        Count();
    }

    private async Task ChangeAsync(Message message, string text)
    {
        Clear();
        if (text == message.Text) return;
        try
        {
            await chat.Api!.EditAsync(message, text);
        }
        catch (ChatException failure)
        {
            chat.Tell(Texts.Current.NotChanged, Texts.Current.Explain(failure), text);
        }
    }

    private void Clear()
    {
        Put("");
        subject.Cancel();
    }

    // Another room is shown: what was begun in one waits there.
    private void Turn()
    {
        subject.Cancel();
        room.Draft = entry.Text;
        room = chat.Open;
        Wait(false);
        Tray?.Turn();
        Put(room.Draft);
    }

    private bool TakeBack(string text)
    {
        if (entry.Text.Length > 0) return false;
        Put(text);
        return true;
    }

    private void Put(string text)
    {
        entry.Text = text;
        entry.Cursor = text.Length;
    }

    private void Changed()
    {
        if (!Fits()) return;
        if (subject.Edited is null) room.Draft = entry.Text;
        mentions.Look();
        Count();
    }

    // What is typed or pasted beyond the limit is not taken, and where a message is one line, line breaks are spaces.
    private bool Fits()
    {
        var text = entry.Text;
        var tooMany = text.EnumerateRunes().Count() - chat.Speaker.MaxLength;
        var isOneLine = chat.Speaker.TakesLines || !text.Contains('\n', StringComparison.Ordinal);
        if (tooMany > 0) entry.Delete(Math.Max(0, entry.Cursor - tooMany), Math.Max(tooMany, entry.Cursor));
        else if (!isOneLine) Put(text.Replace('\n', ' '));
        return tooMany <= 0 && isOneLine;
    }

    private void Count()
    {
        var text = entry.Text;
        var left = chat.Speaker.MaxLength - text.EnumerateRunes().Count();
        counter.Set("label", left.ToString(CultureInfo.CurrentCulture));
        var spoken = Texts.Current.CharactersLeft(left);
        counter.Name(spoken);
        counter.Set("tooltip-text", spoken);
        entry.Describe(spoken);
        // Where there is room for long texts it is worth knowing only near the end.
        counter.Set("visible", left < ManyLeft);
        counter.SetClass("few", left is > 0 and <= Few);
        counter.SetClass("none", left == 0);
        placeholder.Set("visible", text.Length == 0);
        send.Set("sensitive", !waits && chat.MaySay && (!string.IsNullOrWhiteSpace(text) || Tray is { IsEmpty: false }));
    }
}
