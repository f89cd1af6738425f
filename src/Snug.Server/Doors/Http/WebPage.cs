using Microsoft.AspNetCore.StaticFiles;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>
/// The web client: its files, held in memory, so that a server goes on serving the page it began with while another is built. Each
/// is an address of its own; what is no file is no page.
/// </summary>
internal static class WebPage
{
    private const string Index = "/index.html";

    // Scripts, styles and everything else from here alone; nothing becomes script or markup but by the policies of Svelte and the page itself.
    private const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; "
        + "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
        + "require-trusted-types-for 'script'; trusted-types svelte-trusted-html app";

    /// <param name="app">Where its files become addresses.</param>
    /// <param name="bytes">The files by their addresses, compressed ones beside what they were made from; a server built without a page has none.</param>
    public static void MapPage(this IEndpointRouteBuilder app, IReadOnlyDictionary<string, byte[]> bytes)
    {
        var files = Read(bytes);
        foreach (var (address, file) in files) Map(app, address, http => AnswerAsync(http, file));
        Map(app, "/", files.TryGetValue(Index, out var index) ? http => AnswerAsync(http, index) : http => Problems.WriteAsync(http, Refusal.NoPage));
    }

    private static Dictionary<string, PageFile> Read(IReadOnlyDictionary<string, byte[]> bytes)
    {
        var types = new FileExtensionContentTypeProvider();
        return bytes.Keys
            .Where(address => !PageFile.IsCompressed(address))
            .ToDictionary(
                address => address,
                address => PageFile.Of(bytes, address, types.TryGetContentType(address, out var type) ? type : FileType.Unknown));
    }

    private static void Map(IEndpointRouteBuilder app, string address, RequestDelegate answer) =>
        app.MapMethods(address, [HttpMethods.Get, HttpMethods.Head], answer).ExcludeFromDescription();

    private static Task AnswerAsync(HttpContext http, PageFile file)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "microphone=(self), camera=(self)";
        // What lies there has a name made from its bytes; everything else is asked for again, and answered with 304 while it is the same.
        headers.CacheControl = http.Request.Path.StartsWithSegments("/assets") ? "public, max-age=31536000, immutable" : "no-cache";
        return file.For(http.Request).AnswerAsync(http, file.Type);
    }
}
