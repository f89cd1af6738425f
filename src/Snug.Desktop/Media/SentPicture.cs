namespace Snug.Desktop.Media;

/// <summary>A picture as it is sent.</summary>
/// <param name="Name">The file's name, which ends in the picture's shape.</param>
/// <param name="Type">Its media type.</param>
internal sealed record SentPicture(byte[] Bytes, string Name, string Type, PictureSize Size);
