using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View;

/// <summary>The bar that says so while the server cannot be talked to.</summary>
internal sealed class LinkBanner
{
    private readonly Chat chat;
    private readonly Widget banner;
    private readonly Widget alert;
    private readonly Widget text;
    private readonly Widget hurry;

    public LinkBanner(Builder ui, Chat chat)
    {
        this.chat = chat;
        banner = ui.Get<Widget>("banner");
        alert = ui.Get<Widget>("alert");
        text = ui.Get<Widget>("banner-text");
        hurry = ui.Get<Widget>("hurry");
        hurry.On("clicked", chat.Hurry);
        banner.On("notify::child-revealed", HideWhenClosed);
        chat.LinkChanged += Show;
        // The chat outlives its windows.
        banner.On("destroy", () => chat.LinkChanged -= Show);
    }

    private void Show()
    {
        var isOpen = chat.Link != LinkState.Connected;
        if (isOpen)
        {
            Say(Sentence());
            banner.Set("visible", true);
        }
        hurry.Set("visible", !chat.IsConnected);
        banner.Set("reveal-child", isOpen);
        HideWhenClosed();
    }

    // Closed is not hidden: a screen reader would find the old sentence.
    private void HideWhenClosed() =>
        banner.Set("visible", banner.GetBoolean("reveal-child") || banner.GetBoolean("child-revealed"));

    private void Say(string sentence)
    {
        text.Set("label", sentence);
        alert.Name(sentence);
    }

    private string Sentence() => chat.Link switch
    {
        LinkState.Waiting => Texts.Current.ConnectionSlow,
        LinkState.Refused => Texts.Current.ConnectionRefused(chat.Refusal?.TrimEnd('.') ?? ""),
        _ when chat.Speaker.KeepsWhileAway => Texts.Current.ConnectionLostQueued,
        _ => Texts.Current.ConnectionLost,
    };
}
