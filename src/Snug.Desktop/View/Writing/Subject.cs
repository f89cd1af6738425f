using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.View.Messages;

namespace Snug.Desktop.View.Writing;

/// <summary>What is being written about: the message that is answered, or the one that is changed; above the entry it says so.</summary>
internal sealed class Subject
{
    private readonly Widget bar;
    private readonly Widget text;
    private readonly Action<string> put;
    private string before = "";

    /// <param name="ui">The composer.</param>
    /// <param name="put">Puts a text into the entry.</param>
    public Subject(Builder ui, Action<string> put)
    {
        this.put = put;
        bar = ui.Get<Widget>("about");
        text = ui.Get<Widget>("about-text");
        ui.Get<Widget>("about-cancel").On("clicked", () => Cancel());
    }

    public Message? Answered { get; private set; }

    public Message? Edited { get; private set; }

    public void Reply(Message message)
    {
        Cancel();
        Answered = message;
        Show(Texts.Current.AnswerTo(message.From.Name, MessageLine.Of(message)));
    }

    /// <param name="message">What is changed.</param>
    /// <param name="draft">What stood in the entry: it comes back afterwards.</param>
    public void Edit(Message message, string draft)
    {
        Cancel();
        before = draft;
        Edited = message;
        Show(Texts.Current.ChangingWhatYouSaid);
    }

    /// <returns>Whether there was something.</returns>
    public bool Cancel()
    {
        if (Answered is null && Edited is null) return false;
        var wasEdited = Edited is not null;
        (Answered, Edited) = (null, null);
        bar.Set("visible", false);
        if (wasEdited) put(before);
        return true;
    }

    private void Show(string what)
    {
        text.Set("label", what);
        bar.Set("visible", true);
    }
}
