using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Snug.Server.Store;

namespace Snug.Server.Doors.Http;

/// <summary>
/// <c>GET /openapi/v1.json</c>: the whole API. What routing knows is described from the handlers; the ways to say who asks, the
/// refusals, and what makes good types of it for generated clients are added here.
/// </summary>
internal static class ApiDescription
{
    public const string Version = "v1";

    private const string Refused = "Problem";

    public static void AddApiDescription(this IServiceCollection services) => services.AddSingleton<ApiDocument>().AddOpenApi(Version, options =>
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            LeaveOutNulls(schema, context);
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context);
            return Task.CompletedTask;
        });
    });

    private static void Describe(OpenApiDocument document)
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
        document.AddComponent(Refused, DescribeRefusal());
        NameEvents(document);
    }

    // Null is never written: what there is none of is left out, and everything else is always there.
    private static void LeaveOutNulls(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (context.JsonPropertyInfo is not null) schema.Type &= ~JsonSchemaType.Null;
        if (schema.Enum is { Count: > 0 }) schema.Type = JsonSchemaType.String;
        if (schema.Properties is null || context.JsonTypeInfo.Kind != JsonTypeInfoKind.Object) return;

        var required = context.JsonTypeInfo.Properties.Where(property => !property.IsGetNullable && schema.Properties.ContainsKey(property.Name)).Select(property => property.Name);
        schema.Required = new HashSet<string>(required.Concat(schema.Required ?? new HashSet<string>()));
    }

    // Each kind of event by the name it has here, and told from the others by its type.
    private static void NameEvents(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas!;
        var kinds = new SortedDictionary<string, OpenApiSchemaReference>(StringComparer.Ordinal);
        foreach (var kind in typeof(EventRecord).GetCustomAttributes(inherit: false).OfType<JsonDerivedTypeAttribute>())
        {
            // The framework puts the name of what they have in common before each, and says there alone that a type is always told.
            schemas.Remove(nameof(EventRecord) + kind.DerivedType.Name, out var schema);
            ((OpenApiSchema)schema!).Type = JsonSchemaType.Object;
            schema.Required!.Add("type");
            document.AddComponent(kind.DerivedType.Name, schema);
            kinds[(string)kind.TypeDiscriminator!] = new(kind.DerivedType.Name, document);
        }
        schemas[nameof(EventRecord)] = new OpenApiSchema
        {
            Description = schemas[nameof(EventRecord)].Description,
            OneOf = [.. kinds.Values],
            Discriminator = new() { PropertyName = "type", Mapping = kinds.ToDictionary() },
        };
    }

    // Every operation has a name for generated clients, and says that it may be refused.
    private static void Complete(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var (path, method) = (context.Description.RelativePath!, context.Description.HttpMethod!);
        var words = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(word => word != "api")
            .Select(word => word.StartsWith('{') ? "By" + Capital(word.Trim('{', '}').Split(':')[0]) : Capital(word));
        operation.OperationId ??= Capital(method.ToLowerInvariant()) + string.Concat(words);
        operation.Responses ??= [];
        operation.Responses.TryAdd("default", new OpenApiResponse { Description = "A refusal, as application/problem+json.", Content = Content("application/problem+json", new OpenApiSchemaReference(Refused, context.Document)) });
        // The handler streams the body itself, so that nothing of it is known from its parameters.
        if (path == "api/uploads")
            operation.RequestBody = new OpenApiRequestBody { Required = true, Description = "The file's bytes.", Content = Content("application/octet-stream", new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" }) };
    }

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static OpenApiSchema DescribeRefusal() => new()
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
