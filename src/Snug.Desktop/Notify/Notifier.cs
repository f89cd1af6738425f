using System.Text;
using Snug.Desktop.Gtk;

namespace Snug.Desktop.Notify;

/// <summary>
/// Tells the person what happens while they look elsewhere, and leads them there when they choose it. Where the desktop has
/// nobody to show it, nothing happens. Used on the main loop only.
/// </summary>
internal sealed class Notifier : IDisposable
{
    // Far more than a desktop shows; choosing an older one then does nothing.
    private const int MostShown = 50;

    // In characters: what the desktops show at most is a few lines.
    private const int LongestTitle = 100, LongestBody = 300;

    private readonly Application? application = Application.TryRegister();
    private readonly Dictionary<string, Action> shown = [];
    private readonly Queue<string> order = new();

    public Notifier()
    {
        if (application is not null) application.Chosen += Choose;
    }

    /// <summary>Whether there is a session bus to show notifications on.</summary>
    public bool IsPossible => application is not null;

    /// <param name="id">One of the same id takes the place of the last: one for each room.</param>
    /// <param name="title">Who, and where.</param>
    /// <param name="body">What was said, as plain text.</param>
    /// <param name="onActivated">Brings what it is about before the person's eyes; once at most.</param>
    public void Send(string id, string title, string body, Action onActivated)
    {
        if (application is null) return;
        if (!shown.ContainsKey(id)) order.Enqueue(id);
        shown[id] = onActivated;
        while (order.Count > MostShown) Withdraw(order.Peek());
        application.Notify(id, Plain(title, LongestTitle), Plain(body, LongestBody), "im.received");
    }

    /// <summary>Takes it away, because the person has seen what it is about.</summary>
    public void Withdraw(string id)
    {
        if (!Forget(id)) return;
        application?.Withdraw(id);
    }

    /// <summary>Takes away all that is shown: nobody would answer when it is chosen.</summary>
    public void Dispose()
    {
        while (order.TryPeek(out var id)) Withdraw(id);
        application?.Dispose();
    }

    private void Choose(string id)
    {
        if (!shown.TryGetValue(id, out var act)) return;
        Forget(id);
        act();
    }

    private bool Forget(string id)
    {
        if (!shown.Remove(id)) return false;
        var rest = order.Where(other => other != id).ToList();
        order.Clear();
        rest.ForEach(order.Enqueue);
        return true;
    }

    // Some desktops read the body as markup, with links and pictures from anywhere, and others show it as it is: what looks like
    // markup is therefore written with other signs, as the line protocol does.
    private static string Plain(string text, int longest)
    {
        var plain = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(longest + 1).Select((rune, i) => i < longest ? rune : new Rune('…')))
            plain.Append(rune.Value switch { '<' => "‹", '>' => "›", '\0' => " ", _ => rune.ToString() });
        return plain.ToString();
    }
}
