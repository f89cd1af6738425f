using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Snug.Server.Doors.Http;

/// <summary><c>GET /openapi/v1.json</c>: made once, away from the threads that serve, since making it takes as long as thousands of polls.</summary>
internal sealed class ApiDocument([FromKeyedServices(ApiDescription.Version)] IOpenApiDocumentProvider provider)
{
    private readonly Lock gate = new();
    private Task<byte[]>? made;

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet($"/openapi/{ApiDescription.Version}.json", async (ApiDocument document) => TypedResults.Bytes(await document.ReadAsync(), "application/json"))
            .ExcludeFromDescription();

    private Task<byte[]> ReadAsync()
    {
        lock (gate) return made ??= Task.Run(MakeAsync);
    }

    private async Task<byte[]> MakeAsync()
    {
        var document = await provider.GetOpenApiDocumentAsync();
        using var json = new MemoryStream();
        await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1);
        return json.ToArray();
    }
}
