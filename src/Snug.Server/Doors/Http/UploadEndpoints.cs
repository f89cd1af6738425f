using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Microsoft.Net.Http.Headers;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>Files: sending them, and having them.</summary>
internal static class UploadEndpoints
{
    private static readonly MinDataRate Slowest = new(Limits.FileBytesPerSecond, Limits.FileGrace);

    public static void MapUploads(this RouteGroupBuilder api)
    {
        api.MapPost("/uploads", AddAsync);
        api.MapMethods("/uploads/{id}/{name}", [HttpMethods.Get, HttpMethods.Head], GetAsync);
    }

    private static async Task<Results<Created<UploadRecord>, ProblemHttpResult>> AddAsync(HttpContext http, string? name, Uploads uploads)
    {
        // The server itself ends a body that is longer than this, whatever length was announced.
        http.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = Limits.UploadBytes;
        http.Features.GetRequiredFeature<IHttpMinRequestBodyDataRateFeature>().MinDataRate = Slowest;
        var added = await uploads.AddAsync(
            http.Session(), new(name, http.Request.ContentType, http.Request.ContentLength, http.Request.Body), http.RequestAborted);
        return added.IsGranted ? TypedResults.Created(added.Value.Url, added.Value) : http.Problem(added.Refusal);
    }

    // The name in the address is for people who read it, and for what saves the file.
    private static async Task<Results<PhysicalFileHttpResult, ProblemHttpResult>> GetAsync(HttpContext http, string id, string name, Uploads uploads)
    {
        var asker = http.Session().Person;
        if (await uploads.TakeTurnAsync(asker, http.RequestAborted) is not { } turn) return http.Problem(Refusal.TooManyFiles);
        http.Response.RegisterForDispose(turn);
        var found = await uploads.OpenAsync(asker, id, http.RequestAborted);
        if (!found.IsGranted) return http.Problem(found.Refusal);

        var (file, content) = found.Value;
        http.Response.RegisterForDispose(content);
        var isShown = FileType.IsShown(file.Type);
        SetHeaders(http, file, isShown);
        var type = isShown ? file.Type : file.Type == FileType.Text ? FileType.Text + "; charset=utf-8" : FileType.Unknown;
        return TypedResults.PhysicalFile(content.Path, type, entityTag: new($"\"{file.Hash}\""), enableRangeProcessing: true);
    }

    private static void SetHeaders(HttpContext http, UploadRecord file, bool isShown)
    {
        http.Features.GetRequiredFeature<IHttpMinResponseDataRateFeature>().MinDataRate = Slowest;
        var disposition = new ContentDispositionHeaderValue(isShown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        var headers = http.Response.Headers;
        headers.ContentDisposition = disposition.ToString();
        headers.XContentTypeOptions = "nosniff";
        // Should a browser take it for a page after all: nothing in it is run or loaded, and it is nobody's page.
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        // The address never stands for other bytes.
        headers.CacheControl = "private, max-age=31536000, immutable";
    }
}
