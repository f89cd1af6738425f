using Snug.Desktop.Media;
using Snug.Desktop.Model;

namespace Snug.Desktop.View.Messages;

/// <summary>What all rows of the conversation share.</summary>
/// <param name="Chat">Whose conversation it is.</param>
/// <param name="Palette">The people's colours.</param>
/// <param name="Names">The names that a text may call.</param>
/// <param name="Deeds">What can be done with messages; null where nothing can.</param>
/// <param name="Desk">Where files are fetched to; null where there are none.</param>
internal sealed record Surroundings(Chat Chat, Palette Palette, NameBook Names, IMessageDeeds? Deeds, FileDesk? Desk);
