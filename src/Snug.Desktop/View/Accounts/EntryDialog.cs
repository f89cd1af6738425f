using Snug.Client;
using Snug.Desktop.Accounts;
using Snug.Desktop.Gtk;
using Snug.Protocol;

namespace Snug.Desktop.View.Accounts;

/// <summary>
/// Asks who wants to come in: where that is not known the server's address, the name, and as the server asks for it a password or
/// an invite code.
/// </summary>
internal sealed class EntryDialog : IDisposable
{
    private readonly AskingWindow<EntryGiven> window;
    private readonly Uri? known;
    private readonly EntryRow server;
    private readonly EntryRow name;
    private readonly EntryRow password;
    private readonly EntryRow invite;
    private readonly Texts texts = Texts.Current;
    private PasswordWanted wanted;
    private bool isNameWrong;

    private EntryDialog(EntryAsk ask, TimeProvider time)
    {
        window = new(time) { Button = (texts.Enter, texts.Entering), Read = Read, Refuse = Refuse };
        known = ask.Server;
        server = window.Row("server");
        name = window.Row("name");
        password = window.Row("password");
        invite = window.Row("invite");
        window.Say(
            ask.WasPutOut ? texts.ComeBackIn : texts.ComeIn, ask.WasPutOut ? texts.VisitEnded : texts.ComeInLead, known?.Authority ?? "");

        server.IsVisible = known is null;
        server.Text = ask.Address;
        name.IsVisible = true;
        name.Text = ask.Name;
        name.On("changed", Renamed);
        invite.Text = ask.Invite ?? "";
        Want(ask.Password, ask.Invite is not null);
        if (ask.Failure is { } failure) Refuse(failure, Entrance());
    }

    /// <param name="over">The window it stands before, if there is one.</param>
    /// <param name="ask">How it begins.</param>
    /// <param name="enter">Enters; what it throws as <see cref="ChatException"/> is said, and the person may try again.</param>
    /// <param name="time">Counts down where the server asks for patience.</param>
    /// <param name="cancel">Closes the window.</param>
    /// <returns>With what <paramref name="enter"/> succeeded; null when the window was closed.</returns>
    public static async Task<EntryGiven?> AskAsync(
        Window? over, EntryAsk ask, Func<EntryGiven, CancellationToken, Task> enter, TimeProvider time, CancellationToken cancel = default)
    {
        using var dialog = new EntryDialog(ask, time);
        dialog.Row(ask.Name.Length == 0 || dialog.wanted == PasswordWanted.No ? EntryField.Name : EntryField.Password)?.Focus();
        return await dialog.window.AskAsync(over, enter, cancel);
    }

    public void Dispose() => window.Dispose();

    private Entrance Entrance() => new(name.Text.Trim())
    {
        Password = wanted == PasswordWanted.No || password.Text.Length == 0 ? null : password.Text,
        Invite = invite.IsVisible && invite.Text.Trim() is { Length: > 0 } code ? code : null,
    };

    private EntryGiven? Read()
    {
        var entrance = Entrance();
        isNameWrong = !UserName.TryParse(entrance.Name, out _);
        if (known is null && !ChatAddress.TryParse(server.Text, out _)) return Wrong(texts.RefusedAddress, server);
        if (isNameWrong) return Wrong(texts.RefusedName, name);
        window.Complain(null);
        return new(known ?? ChatAddress.Parse(server.Text), entrance);
    }

    private EntryGiven? Wrong(string words, EntryRow row)
    {
        window.Complain(words, row);
        row.Focus();
        return null;
    }

    private TimeSpan Refuse(ChatException failure, EntryGiven given) => Refuse(failure, given.Entrance);

    private TimeSpan Refuse(ChatException failure, Entrance given)
    {
        var answer = EntryAnswer.To(failure, given, wanted, invite.IsVisible, texts);
        Want(answer.Password, answer.Invite);
        isNameWrong = answer.Wrong == EntryField.Name;
        window.Complain(answer.Words, Row(answer.Wrong));
        (Row(answer.Next) ?? name).Focus();
        return answer.Wait;
    }

    private EntryRow? Row(EntryField field) => field switch
    {
        EntryField.Name => name,
        EntryField.Password => password,
        EntryField.Invite => invite,
        _ => null,
    };

    private void Want(PasswordWanted which, bool code)
    {
        wanted = which;
        password.Title = which == PasswordWanted.New ? texts.ChoosePassword : texts.Password;
        password.IsVisible = which != PasswordWanted.No;
        invite.IsVisible = code;
    }

    // Another name may be nobody's: then no password is right.
    private void Renamed()
    {
        if (!isNameWrong) return;
        isNameWrong = false;
        window.Complain(null);
        password.Text = "";
        if (wanted == PasswordWanted.Own) Want(PasswordWanted.No, invite.IsVisible);
    }
}
