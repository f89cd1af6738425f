using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Snug.Server.Doors.Http;

/// <summary>
/// <c>GET /openapi/v1.json</c>: the whole API. What routing knows is described from the handlers; the poll, which stands before
/// routing, the ways to say who asks, and the refusals are added here.
/// </summary>
internal static class ApiDescription
{
    public const string Version = "v1";

    public static void AddApiDescription(this IServiceCollection services) => services.AddSingleton<ApiDocument>().AddOpenApi(Version, options =>
    {
        options.AddDocumentTransformer((document, context, _) => DescribeAsync(document, context));
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context.Description.RelativePath!, context.Description.HttpMethod!);
            return Task.CompletedTask;
        });
    });

    private static async Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Snug",
            Version = Program.Version,
            Description = "A chat in which every transaction is begun by a client. Refusals are application/problem+json with a stable code.",
        };
        document.Servers = [];
        document.AddComponent("bearer", new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "The token of POST /api/session." });
        document.AddComponent("cookie", new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = Asker.Cookie, Description = "Set by POST /api/session." });
        document.Security =
        [
            new() { [new OpenApiSecuritySchemeReference("bearer", document)] = [] },
            new() { [new OpenApiSecuritySchemeReference("cookie", document)] = [] },
        ];

        var page = await context.GetOrCreateSchemaAsync(typeof(EventsPageView), null, default);
        // The kinds of events stand within it, each with its own word for type: the names by which it would tell them apart lead nowhere.
        if (page.Properties?["events"].Items is OpenApiSchema happened) happened.Discriminator = null;
        document.AddComponent("EventsPage", page);
        document.Paths[PollEndpoint.Path] = new OpenApiPathItem
        {
            Operations = new() { [HttpMethod.Get] = Poll(document) },
        };
    }

    private static OpenApiOperation Poll(OpenApiDocument document) => new()
    {
        OperationId = "ReadEvents",
        Summary = "What has happened since a cursor; may wait for it.",
        Parameters =
        [
            new OpenApiParameter { Name = "since", In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Description = "The next of the answer before; what it covers is acknowledged. Left out: from what this session has acknowledged." },
            new OpenApiParameter { Name = "wait", In = ParameterLocation.Query, Schema = new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "0", Maximum = $"{Limits.LongestWait}", Default = JsonValue.Create(0) },
                Description = "How many seconds to wait when nothing has come." },
        ],
        Responses = new()
        {
            ["200"] = new OpenApiResponse { Description = "Events, oldest first.", Content = Content("application/json", new OpenApiSchemaReference("EventsPage", document)) },
            ["204"] = new OpenApiResponse { Description = "Nothing has come: keep the cursor." },
            ["400"] = new OpenApiResponse { Description = "invalid-cursor: start afresh without one." },
            ["401"] = new OpenApiResponse { Description = "no-session" },
        },
    };

    // Every operation has a name for generated clients, and says that it may be refused.
    private static void Complete(OpenApiOperation operation, string path, string method)
    {
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "api")
            .Select(word => word.StartsWith('{') ? "By" + Capital(word.Trim('{', '}').Split(':')[0]) : Capital(word));
        operation.OperationId ??= Capital(method.ToLowerInvariant()) + string.Concat(words);
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", new OpenApiResponse { Description = "A refusal, as application/problem+json.", Content = Content("application/problem+json", Refused()) });
        // The handler streams the body itself, so that nothing of it is known from its parameters.
        if (path == "api/uploads")
            operation.RequestBody = new OpenApiRequestBody { Required = true, Description = "The file's bytes.", Content = Content("application/octet-stream", new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }) };
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static OpenApiSchema Refused() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "For people." },
            ["code"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "For programs: it never changes." },
        },
        Required = new HashSet<string> { "title", "status", "code" },
    };

    private static Dictionary<string, OpenApiMediaType> Content(string type, IOpenApiSchema schema) =>
        new() { [type] = new OpenApiMediaType { Schema = schema } };
}

/// <param name="Next">The cursor to go on with.</param>
internal sealed record EventsPageView(IReadOnlyList<Store.EventRecord> Events, string Next);
