using Snug.Server;
using Snug.Server.Talk;

namespace Snug.Tests.Talk;

public class FileTypeTests
{
    [Theory]
    [InlineData("image/png", "89 'PNG' 0D 0A 1A 0A")]
    [InlineData("image/jpeg", "FF D8 FF E0")]
    [InlineData("image/gif", "'GIF89a'")]
    [InlineData("image/webp", "'RIFF' 00 00 00 00 'WEBPVP8 '")]
    [InlineData("image/avif", "00 00 00 1C 'ftypavif' 00 00 00 00 'mif1miaf'")]
    [InlineData("application/octet-stream", "00 00 00 18 'ftypheic' 00 00 00 00 'mif1heic'")]
    [InlineData("video/mp4", "00 00 00 18 'ftypisom' 00 00 02 00 'isommp41'")]
    [InlineData("audio/mp4", "00 00 00 18 'ftypM4A ' 00 00 02 00 'isommp42'")]
    [InlineData("audio/mp4", "00 00 00 18 'ftypisom' 00 00 02 00 'isommp41'", "audio/mp4")]
    [InlineData("video/mp4", "00 00 00 14 'ftypisom' 00 00 02 00 'isom' 'hdlr' 00 00 00 00 00 00 00 00 'vide'", "audio/mp4")]
    [InlineData("video/quicktime", "00 00 00 14 'ftypqt  ' 00 00 02 00 'qt  '")]
    [InlineData("video/webm", "1A 45 DF A3 42 82 84 'webm' AE 86 85 'V_VP8' 86 86 'A_OPUS'", "audio/webm")]
    [InlineData("audio/webm", "1A 45 DF A3 42 82 84 'webm' AE 86 86 'A_OPUS'", "video/webm")]
    [InlineData("audio/webm", "1A 45 DF A3 42 82 84 'webm'", "audio/webm; codecs=opus")]
    [InlineData("video/webm", "1A 45 DF A3 42 82 84 'webm'", "text/html")]
    [InlineData("audio/webm", "1A 45 DF A3 01 02", "audio/webm")]
    [InlineData("application/octet-stream", "1A 45 DF A3 01 02", "image/png")]
    [InlineData("video/matroska", "1A 45 DF A3 42 82 88 'matroska'")]
    [InlineData("audio/ogg", "'OggS' 00 02 'OpusHead'")]
    [InlineData("video/ogg", "'OggS' 00 02 80 'theora' 'OggS' 01 'vorbis'")]
    [InlineData("application/octet-stream", "'OggS' 00 02 'fishead'", "text/html")]
    [InlineData("audio/wav", "'RIFF' 00 00 00 00 'WAVEfmt '")]
    [InlineData("audio/flac", "'fLaC'")]
    [InlineData("audio/mpeg", "'ID3' 04")]
    [InlineData("audio/mpeg", "FF FB 90 00")]
    [InlineData("application/octet-stream", "FF FE 41 00")]
    [InlineData("application/pdf", "'%PDF-1.4'")]
    [InlineData("text/plain", "'Gr' C3 BC 'sse' 0A", "text/html")]
    [InlineData("text/plain", "EF BB BF 'hello'")]
    [InlineData("application/octet-stream", "'Gr' FC 'sse'", "text/plain")]
    [InlineData("application/octet-stream", "EF BB BF 20 0A '<html>'", "image/png")]
    [InlineData("application/octet-stream", "'<?xml'", "image/svg+xml")]
    [InlineData("application/octet-stream", "'hello' 00")]
    [InlineData("application/octet-stream", "'BM' 00 00", "image/bmp")]
    [InlineData("application/octet-stream", "89 'PN'", "image/png")]
    public void A_file_is_what_its_bytes_say(string type, string bytes, string? declared = null) =>
        Assert.Equal(type, FileType.Of(Read(bytes), declared));

    [Fact]
    public void A_text_cut_within_a_character_is_still_a_text()
    {
        for (var length = 1; length <= 4; length++)
        {
            var text = System.Text.Encoding.UTF8.GetBytes(new string('x', Limits.SniffedBytes - length) + "\U0001F600");
            Assert.Equal("text/plain", FileType.Of(text.AsSpan(0, Limits.SniffedBytes), null));
        }
    }

    // 'text' stands for its letters, everything else for bytes in hexadecimal.
    private static byte[] Read(string bytes) =>
        [.. bytes.Split('\'').SelectMany((part, i) => i % 2 == 1 ? System.Text.Encoding.ASCII.GetBytes(part) : Convert.FromHexString(part.Replace(" ", "")))];
}
