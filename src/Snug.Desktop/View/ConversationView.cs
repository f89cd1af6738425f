using Snug.Desktop.Gtk;
using Snug.Desktop.Model;

namespace Snug.Desktop.View;

/// <summary>The frame with what was said.</summary>
internal sealed class ConversationView
{
    private readonly MessageRow messageRow;
    private readonly ListBox lines;
    private readonly Widget empty;
    private readonly Follow follow;

    public ConversationView(Builder ui, Conversation conversation, Palette palette)
    {
        messageRow = new MessageRow(palette);
        lines = ui.Get<ListBox>("lines");
        empty = ui.Get<Widget>("empty");
        follow = new Follow(ui);
        conversation.Added += Add;
        conversation.Dropped += DropOldest;
    }

    public void Page(int pages) => follow.Page(pages);

    public void JumpToNewest() => follow.JumpToNewest();

    private void Add(Line line)
    {
        empty.Set("visible", false);
        if (line is Said said)
        {
            messageRow.AddTo(lines, said);
            follow.Added(said.IsOwn);
        }
        else if (line is Notice notice) NoticeRow.AddTo(lines, notice);
    }

    private void DropOldest()
    {
        if (lines.RowAt(0) is not { } oldest) return;
        follow.Removing(oldest.Height);
        lines.Remove(oldest);
    }
}
