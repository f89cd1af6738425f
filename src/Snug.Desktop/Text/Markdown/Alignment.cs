namespace Snug.Desktop.Text.Markdown;

internal enum Alignment { None, Left, Center, Right }
