using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Messages;

/// <summary>What a message answers, in one line above it; a click leads there.</summary>
internal sealed class Quote
{
    private readonly IMessageDeeds? deeds;
    private readonly Widget button;
    private readonly Widget text;
    private long original;

    public Quote(Builder ui, IMessageDeeds? deeds)
    {
        this.deeds = deeds;
        button = ui.Get<Widget>("quote");
        text = ui.Get<Widget>("quote-text");
        button.On("clicked", () => deeds?.Reveal(original));
    }

    public void Show(Said said)
    {
        original = said.Message?.ReplyTo ?? said.Pending?.ReplyTo ?? 0;
        button.Set("visible", original != 0 && deeds is not null);
        if (original == 0 || deeds is null) return;
        var known = deeds.OriginalOf(said);
        var line = known is null ? Texts.Current.EarlierMessage : $"{known.From.Name}: {known.Text.ReplaceLineEndings(" ")}";
        text.Set("label", line);
        button.Name(Texts.Current.Answers(line));
    }
}
