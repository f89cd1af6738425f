namespace Snug.Desktop.Media;

/// <summary>A sound cannot be recorded or played; the message says why to the person.</summary>
internal sealed class SoundException(string message) : Exception(message);
