namespace Snug.Desktop.Text.Markdown;

/// <summary>What a run of marks may be, by what stands on either side of it.</summary>
internal enum Flank { Neither, Closes, Opens, Both }
