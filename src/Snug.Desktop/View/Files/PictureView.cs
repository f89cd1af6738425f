using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;

namespace Snug.Desktop.View.Files;

/// <summary>A picture within a conversation. Its place is kept free until it is there; a press shows it large.</summary>
internal sealed class PictureView : FilePart
{
    // A narrow window makes the place narrower, down to this many logical pixels; two tiles stand beside each other.
    private const int LeastWidth = 160, LeastTile = 77;

    // GTK's own number (GtkContentFit): the middle of the picture fills its place.
    private const int Cover = 2;

    private readonly string from;
    private readonly Widget button;
    private readonly Picture picture;
    private readonly Widget waiting;
    private readonly Widget failed;
    private readonly Widget failure;
    private readonly PictureSize place;
    private readonly PictureSize most;
    private Action press;

    /// <param name="from">Who sent it, for a screen reader; may be empty.</param>
    /// <param name="isTile">One of several: a smaller place, the same for each.</param>
    public PictureView(FileDesk desk, Widget box, Attachment file, string from, bool isTile = false) : base(desk, box, file)
    {
        this.from = from;
        using var ui = new Builder("file-picture.ui");
        button = ui.Get<Widget>("picture-button");
        picture = ui.Get<Picture>("picture");
        waiting = ui.Get<Widget>("waiting");
        failed = ui.Get<Widget>("failed");
        failure = ui.Get<Widget>("failure");
        place = isTile ? PictureSize.Tile : PictureSize.Shown(FileName.ShapeIn(file.Name));

        var root = ui.Get<Widget>("root");
        root.Set("maximum-size", place.Width);
        root.Set("tightening-threshold", place.Width);
        picture.Set("width-request", isTile ? LeastTile : Math.Min(place.Width, LeastWidth));
        picture.Set("height-request", place.Height);
        // What is cut off a tile must be there to be cut.
        most = isTile ? place.Times(2) : place;
        if (isTile) picture.Set("content-fit", Cover);
        picture.Reserve(place.Width, place.Height);
        button.Name(FileWords.ShowLarge(Name, from));
        button.Set("tooltip-text", Name);
        press = ShowLarge;
        button.On("clicked", () => press());
        PutIn(root);
        Go(LoadAsync);
    }

    private async Task LoadAsync()
    {
        var box = most.Times(button.ScaleFactor());
        var key = $"{File.Id} {box.Width}x{box.Height}";
        if (Desk.Thumbnails.Find(key) is { } known)
        {
            Show(known);
            return;
        }
        Wait(true);
        Texture? made = null;
        var fault = await TryAsync(async () =>
        {
            var path = await Desk.Files.GetAsync(File, null, Gone);
            made = await PictureDecoder.ShowAsync(path, box, Gone);
        });
        if (made is not null) Desk.Thumbnails.Add(key, made);
        if (IsGone) return;
        if (made is not null) Show(made);
        else if (fault is null) Break(Texts.Current.NotToBeShown, Texts.Current.SaveFile(Name), Save);
        else Break(Texts.Current.NotLoaded, Texts.Current.TryAgain, TryAgain, fault);
    }

    private void Show(Texture texture)
    {
        picture.Show(texture);
        Wait(false);
    }

    private void Break(string title, string wayOut, Action then, string? why = null)
    {
        Wait(false);
        press = then;
        failure.Set("label", $"{title}\n{wayOut}");
        failed.Set("visible", true);
        button.Name($"{Name}. {title}. {wayOut}");
        button.Set("tooltip-text", why ?? Name);
    }

    private void Wait(bool isWaiting)
    {
        waiting.Set("spinning", isWaiting);
        waiting.Set("visible", isWaiting);
    }

    private void ShowLarge() => new PictureWindow(Desk, File, from).Present(button.WindowOf());

    // What cannot be shown can still be saved, and opened with something else.
    private void Save() => Go(async () =>
    {
        if (await SaveAsync() is { } fault && !IsGone) Break(fault, Texts.Current.SaveFile(Name), Save);
    });

    private void TryAgain()
    {
        failed.Set("visible", false);
        press = ShowLarge;
        button.Name(FileWords.ShowLarge(Name, from));
        Go(LoadAsync);
    }
}
