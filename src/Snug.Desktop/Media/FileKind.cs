using Snug.Client;

namespace Snug.Desktop.Media;

internal enum FileKind { Picture, Sound, Other }

internal static class FileKinds
{
    /// <summary>How a file is shown, by the type that the server read from its bytes. Films are saved, and seen elsewhere.</summary>
    public static FileKind Kind(this Attachment file) =>
        IsOf(file, "image/") ? FileKind.Picture
        : IsOf(file, "audio/") ? FileKind.Sound
        // A recording in a container that holds films too is called one where its beginning does not name its track.
        : IsOf(file, "video/") && FileName.IsVoice(file.Name) ? FileKind.Sound
        : FileKind.Other;

    /// <summary>The name of an icon of the desktop's theme.</summary>
    public static string Icon(this Attachment file) =>
        IsOf(file, "text/") ? "text-x-generic-symbolic"
        : IsOf(file, "video/") ? "video-x-generic-symbolic"
        : IsOf(file, "audio/") ? "audio-x-generic-symbolic"
        : IsOf(file, "image/") ? "image-x-generic-symbolic"
        : file.Type == "application/pdf" ? "x-office-document-symbolic"
        : "package-x-generic-symbolic";

    private static bool IsOf(Attachment file, string family) => file.Type.StartsWith(family, StringComparison.Ordinal);
}
