using Snug.Server.Metrics;

namespace Snug.Server.Doors.Http;

/// <summary><c>GET /metrics</c>: numbers for Prometheus. They tell how much is said, never what or by whom.</summary>
internal static class MetricsEndpoint
{
    public static void MapMetrics(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/metrics", (PrometheusText metrics) => TypedResults.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8"));
}
