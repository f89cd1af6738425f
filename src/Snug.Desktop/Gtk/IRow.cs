namespace Snug.Desktop.Gtk;

/// <summary>A row of a <see cref="ListView{TRow}"/>, which shows one thing after the other. Disposed of when GTK has no more use for it.</summary>
internal interface IRow : IDisposable
{
    Widget Widget { get; }

    bool IsShown { get; }

    /// <summary>Shows what has this key.</summary>
    /// <returns>What a screen reader calls it.</returns>
    string Show(string key);

    /// <summary>What it showed is shown by it no more.</summary>
    void Hide();
}
