using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Snug.Server.Doors.Http;

/// <summary>The bytes of a file of the page, with the mark by which browsers ask whether they still are the same.</summary>
/// <param name="Coding">How they were compressed; null when they were not.</param>
internal sealed record PageForm(string? Coding, byte[] Bytes, EntityTagHeaderValue Tag)
{
    public static PageForm Of(byte[] bytes, string? coding) => new(coding, bytes, new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))}\""));

    /// <summary>Answers with the bytes, a range of them, or that they are the same.</summary>
    public Task AnswerAsync(HttpContext http, string type)
    {
        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        if (Coding is not null) http.Response.Headers.ContentEncoding = Coding;
        return TypedResults.Bytes(Bytes, type, enableRangeProcessing: true, entityTag: Tag).ExecuteAsync(http);
    }
}
