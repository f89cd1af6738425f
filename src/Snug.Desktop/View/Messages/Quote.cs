using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Messages;

/// <summary>What a message answers, in one line above it; a click leads there.</summary>
internal sealed class Quote
{
    private const char FirstStrongIsolate = '\u2068', PopIsolate = '\u2069';

    private readonly IMessageDeeds? deeds;
    private readonly Seldom<Widget> button;
    private Widget? text;
    private long original;

    /// <param name="bubble">What it is put into.</param>
    /// <param name="below">What stands before it there, if anything does.</param>
    /// <param name="deeds">What leads there; null shows no quote.</param>
    public Quote(Widget bubble, Func<Widget?> below, IMessageDeeds? deeds)
    {
        this.deeds = deeds;
        button = new(bubble, "line-quote.ui", below, ui =>
        {
            text = ui.Get<Widget>("text");
            ui.Get<Widget>("part").On("clicked", () => deeds?.Reveal(original));
        });
    }

    public void Show(Said said)
    {
        original = said.ReplyTo ?? 0;
        if (original == 0 || deeds is null)
        {
            button.Remove();
            return;
        }
        var known = deeds.OriginalOf(said);
        var line = known is null ? "" : MessageLine.Of(known);
        button.Show().Name(Texts.Current.Answers(known is null ? Texts.Current.EarlierMessage : $"{known.From.Name}: {line}"));
        // What is written from right to left must not take the name along.
        text!.Set("label", known is null ? Texts.Current.EarlierMessage : $"{known.From.Name}: {FirstStrongIsolate}{line}{PopIsolate}");
    }
}
