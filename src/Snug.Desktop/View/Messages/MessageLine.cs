using Snug.Client;
using Snug.Desktop.Media;
using Snug.Desktop.Text;

namespace Snug.Desktop.View.Messages;

/// <summary>A message where there is but one line for it: its first one without marks, or what it carries.</summary>
internal static class MessageLine
{
    public static string Of(Message message)
    {
        if (PlainText.FirstLine(message.Text) is { Length: > 0 } line) return line;
        return message.Attachments.Select(file => file.Kind()).FirstOrDefault(FileKind.Other) switch
        {
            FileKind.Picture => Texts.Current.NotifyPicture,
            FileKind.Sound => Texts.Current.NotifyVoice,
            _ => Texts.Current.NotifyFile,
        };
    }
}
