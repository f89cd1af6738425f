using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>The HTTP door put together: what stands before routing, and what is found by it (docs/http-api.md).</summary>
internal static class HttpDoor
{
    public static void AddHttpDoor(this IServiceCollection services)
    {
        services.AddApiDescription();
        services
            .AddSingleton<Cursors>()
            .AddSingleton<Askers>()
            .AddSingleton<SecondLook>()
            .AddRoutingCore()
            .AddProblemDetails(problems => problems.CustomizeProblemDetails = problem => problem.ProblemDetails.Extensions.Remove("traceId"))
            // A request that cannot be read is answered in one place, Faults, like every other refusal.
            .Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true)
            .ConfigureHttpJsonOptions(json => Configure(json.SerializerOptions));
    }

    /// <param name="app">What is put together.</param>
    /// <param name="page">The web client's files by their addresses.</param>
    public static void UseHttpDoor(this WebApplication app, IReadOnlyDictionary<string, byte[]> page)
    {
        app.UseSecurityHeaders();
        app.UseMiddleware<Faults>();
        app.Use(next => request => CrossSite.IsForbidden(request.Request) ? Problems.WriteAsync(request, Refusal.CrossSite) : next(request));
        var bans = app.Services.GetRequiredService<Bans>();
        app.Use(next => request => IsBanned(request, bans) ? Problems.WriteAsync(request, Refusal.Banned) : next(request));
        app.UseMiddleware<PollEndpoint>();
        app.UseMiddleware<PostEndpoint>();
        app.UseRouting();

        app.MapPage(page);
        app.MapHealth();
        app.MapMetrics();
        app.MapOperator();
        ApiDocument.Map(app);
        PollEndpoint.Describe(app);
        var open = app.MapGroup("/api");
        var closed = app.MapGroup("/api").RequireSession();
        closed.MapUploads();
        var inTurn = closed.MapGroup("").TakeTurns().LookTwice();
        open.MapSession(inTurn);
        inTurn.MapUsers();
        inTurn.MapRooms();
        inTurn.MapMessages();
        inTurn.MapSearch();
    }

    private static bool IsBanned(HttpContext http, Bans bans) =>
        bans.HasAddress(http.Connection.RemoteIpAddress) && http.Request.Path.StartsWithSegments("/api");

    private static void Configure(JsonSerializerOptions json)
    {
        json.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        // What needs no escaping in JSON is not escaped: nobody is served this as a page.
        json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        json.NumberHandling = JsonNumberHandling.Strict;
        json.RespectNullableAnnotations = true;
        json.AllowDuplicateProperties = false;
        // Nothing of ours is nested half as deep; what is deeper is hostile.
        json.MaxDepth = 32;
    }
}
