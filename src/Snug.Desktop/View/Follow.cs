using Snug.Desktop.Gtk;

namespace Snug.Desktop.View;

/// <summary>
/// Keeps the newest line in sight until the reader scrolls up; then nothing moves under their eyes, and a button leads back
/// and counts what has come since.
/// </summary>
internal sealed class Follow
{
    // Kinetic scrolling may stop a fraction of a pixel before the end.
    private const double Near = 2;

    // So far from an end more is fetched.
    private const double Screens = 1.5;

    private readonly Action<bool> near;
    private readonly Adjustment scroll;
    private readonly Widget jump;
    private readonly Widget jumpText;
    private double seenUpper;
    private double seenPage;
    private bool isFollowing = true;
    private bool wasFollowing = true;
    private bool isMoving;
    private int news;

    /// <param name="ui">The window.</param>
    /// <param name="near">Told when the reader comes near the top (true) or the end (false) of what is there.</param>
    /// <param name="toNewest">Leads to the newest line, which may have to be fetched.</param>
    public Follow(Builder ui, Action<bool> near, Action toNewest)
    {
        this.near = near;
        scroll = ui.Get<Widget>("scroller").GetObject<Adjustment>("vadjustment");
        jump = ui.Get<Widget>("jump");
        jumpText = ui.Get<Widget>("jump-text");
        scroll.On("changed", KeepUp);
        scroll.On("value-changed", Scrolled);
        jump.On("clicked", toNewest);
    }

    /// <summary>The newest line is in sight.</summary>
    public bool IsAtNewest => isFollowing;

    /// <summary>Told when the reader came to the newest line, or left it.</summary>
    public event Action? Moved;

    /// <summary>Stays where the reader is led to.</summary>
    public void StandStill()
    {
        isFollowing = false;
        Show();
    }

    public void Page(int pages) =>
        scroll.Position = Math.Clamp(scroll.Position + pages * scroll.Page * 0.9, 0, scroll.Newest);

    public void JumpToNewest()
    {
        isFollowing = true;
        scroll.Position = scroll.Newest;
        Show();
    }

    /// <summary>Somebody has said something.</summary>
    public void Added(bool isOwn)
    {
        // Who has just spoken wants to see it.
        if (isOwn) isFollowing = true;
        if (!isFollowing) news++;
        Show();
    }

    // The content or the window has another height now.
    private void KeepUp()
    {
        (seenUpper, seenPage) = (scroll.Upper, scroll.Page);
        Show();
        if (!isFollowing || isMoving) return;

        // GTK is laying the window out, and would show a position that is set now only the next time.
        isMoving = true;
        MainLoop.Later(MoveToNewest);
    }

    private void MoveToNewest()
    {
        isMoving = false;
        if (isFollowing) scroll.Position = scroll.Newest;
    }

    private void Scrolled()
    {
        // While rows come and go, or the entry grows, GTK moves the position by itself: that is not the reader scrolling.
        if (isMoving || scroll.Upper != seenUpper || scroll.Page != seenPage) return;
        isFollowing = scroll.Position >= scroll.Newest - Near;
        Show();
        if (scroll.Position < scroll.Page * Screens) near(true);
        if (scroll.Position > scroll.Newest - scroll.Page * Screens) near(false);
    }

    private void Show()
    {
        if (isFollowing) news = 0;
        jump.Set("visible", !isFollowing);
        jump.SetClass("news", news > 0);
        jumpText.Set("label", news == 0 ? Texts.Current.JumpToNewest : Texts.Current.NewMessages(news));
        jump.Name(news == 0 ? Texts.Current.JumpToNewest : Texts.Current.JumpToNew(news));
        if (isFollowing == wasFollowing) return;
        wasFollowing = isFollowing;
        Moved?.Invoke();
    }
}
