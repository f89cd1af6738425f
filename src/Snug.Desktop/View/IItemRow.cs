using Snug.Desktop.Gtk;

namespace Snug.Desktop.View;

/// <summary>A row of <see cref="ItemRows{TItem, TKey}"/>. Disposed of when its item has gone.</summary>
internal interface IItemRow<TItem> : IDisposable
{
    /// <summary>The GtkListBoxRow.</summary>
    Widget Widget { get; }

    void Show(TItem item);
}
