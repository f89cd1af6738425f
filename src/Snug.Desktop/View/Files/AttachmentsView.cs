using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Media;

namespace Snug.Desktop.View.Files;

/// <summary>
/// The files of one message, in a box that is used for one message after the other. What was loading or playing for the
/// message before is given up, not what is being saved; while the same files are shown, everything goes on.
/// </summary>
internal sealed class AttachmentsView : IDisposable
{
    private const int TilesBeside = 2, Gap = 6;

    private readonly FileDesk desk;
    private readonly Widget box;
    private readonly List<FilePart> parts = [];
    private readonly List<Widget> rows = [];
    private IReadOnlyList<Attachment> shown = [];
    private bool isGone;

    /// <param name="box">A vertical GtkBox with nothing else in it, which is hidden while there are no files.</param>
    public AttachmentsView(FileDesk desk, Widget box)
    {
        this.desk = desk;
        this.box = box;
        box.On("destroy", () => isGone = true);
        box.Set("visible", false);
    }

    /// <param name="from">Who sent them.</param>
    public void Show(IReadOnlyList<Attachment> files, string from)
    {
        if (isGone || files.SequenceEqual(shown)) return;
        Clear();
        shown = files;
        box.Set("visible", files.Count > 0);

        var pictures = files.Where(file => file.Kind() == FileKind.Picture).ToList();
        if (pictures.Count == 1) parts.Add(new PictureView(desk, box, pictures[0], from));
        else foreach (var beside in pictures.Chunk(TilesBeside)) ShowTiles(beside, from);
        foreach (var file in files)
        {
            if (file.Kind() == FileKind.Sound) parts.Add(new SoundView(desk, box, file));
            else if (file.Kind() == FileKind.Other) parts.Add(new FileView(desk, box, file));
        }
    }

    /// <summary>Takes everything away: the box shows nobody's files.</summary>
    public void Clear()
    {
        foreach (var part in parts) part.Dispose();
        parts.Clear();
        shown = [];
        if (isGone) return;
        foreach (var row in rows) box.Remove(row);
        rows.Clear();
        box.Set("visible", false);
    }

    public void Dispose() => Clear();

    private void ShowTiles(Attachment[] beside, string from)
    {
        var row = box.AppendRow(Gap);
        rows.Add(row);
        foreach (var file in beside) parts.Add(new PictureView(desk, row, file, from, isTile: true));
    }
}
