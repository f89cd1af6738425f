using Snug.Client;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.View;

/// <summary>Does what a person has asked for with a key or a click, and says at the window's foot what went wrong.</summary>
internal sealed class Attempts
{
    private readonly ToastOverlay toasts;
    private bool isGone;

    public Attempts(ToastOverlay toasts)
    {
        this.toasts = toasts;
        // An answer may come when the window has gone.
        toasts.On("destroy", () => isGone = true);
    }

    /// <returns>Whether it was done.</returns>
    public async Task<bool> DoAsync(Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (ChatException failure)
        {
            Tell(Texts.Current.Explain(failure));
            return false;
        }
    }

    public void Tell(string sentence)
    {
        if (!isGone) toasts.Tell(sentence);
    }
}
