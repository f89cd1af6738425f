using Snug.Client;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.View.Accounts;

/// <summary>Asks for the password that a name is to be kept with, or for another one.</summary>
internal sealed class KeepNameDialog : IDisposable
{
    // As the server has it, and counted as it counts: in UTF-16 units.
    private const int Shortest = 8, Longest = 200;

    private readonly AskingWindow<string> window;
    private readonly EntryRow password;
    private readonly EntryRow again;
    private readonly Texts texts = Texts.Current;

    private KeepNameDialog(string name, bool isKept, TimeProvider time)
    {
        window = new(time)
        {
            Button = (isKept ? texts.ChangeNow : texts.KeepNow, texts.Keeping),
            Read = Read,
            Refuse = (failure, _) => Refuse(failure),
        };
        password = window.Row("password");
        again = window.Row("again");
        window.Say(
            isKept ? texts.ChangePassword : texts.KeepName(name), isKept ? texts.ChangePasswordLead : texts.KeepNameLead, "");
        password.Title = isKept ? texts.NewPassword : texts.ChoosePassword;
        password.IsVisible = again.IsVisible = true;
    }

    /// <param name="over">The window it stands before, if there is one.</param>
    /// <param name="name">The name to be kept.</param>
    /// <param name="isKept">Whether it has a password already.</param>
    /// <param name="keep">Keeps it; what it throws as <see cref="ChatException"/> is said, and the person may try again.</param>
    /// <param name="time">Counts down where the server asks for patience.</param>
    /// <returns>Whether it is kept now; false when the person has closed the window.</returns>
    public static async Task<bool> AskAsync(
        Window? over, string name, bool isKept, Func<string, CancellationToken, Task> keep, TimeProvider time)
    {
        using var dialog = new KeepNameDialog(name, isKept, time);
        dialog.password.Focus();
        return await dialog.window.AskAsync(over, keep) is not null;
    }

    public void Dispose() => window.Dispose();

    private string? Read()
    {
        var chosen = password.Text;
        if (chosen.Length is < Shortest or > Longest) return Wrong(texts.RefusedPassword, password);
        if (chosen != again.Text) return Wrong(texts.PasswordsDiffer, again);
        window.Complain(null);
        return chosen;
    }

    private string? Wrong(string words, EntryRow row)
    {
        window.Complain(words, row);
        row.Focus();
        return null;
    }

    private TimeSpan Refuse(ChatException failure)
    {
        window.Complain(texts.Explain(failure));
        password.Focus();
        return failure is RefusedException { MayPass: true, RetryAfter: { } wait } ? wait : TimeSpan.Zero;
    }
}
