using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Snug.Server.Metrics;

/// <summary>
/// Keeps what the meters say and writes it in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats/).
/// Listens to the server's own meter, the runtime's and Kestrel's; not to what is measured of each HTTP request, which
/// would cost every poll more than its answer does.
/// </summary>
internal sealed class PrometheusText : IDisposable
{
    private static readonly string[] Listened = [ChatMeter.Name, "System.Runtime", "Microsoft.AspNetCore.Server.Kestrel"];

    // Instruments whose rows differ by connection are left out: their number has no bound.
    private static readonly string[] LeftOut = ["kestrel.connection.duration", "kestrel.tls_handshake.duration"];

    private static readonly double[] Seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
    private static readonly double[] Counts = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1_000, 10_000, 100_000];

    private readonly ConcurrentDictionary<Instrument, InstrumentSeries> instruments = new();
    private readonly MeterListener listener = new();
    private readonly Lock writing = new();

    public PrometheusText()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (!Listened.Contains(instrument.Meter.Name) || LeftOut.Contains(instrument.Name)) return;
            self.EnableMeasurementEvents(instrument, instruments.GetOrAdd(instrument, known => new InstrumentSeries(known)));
        };
        listener.SetMeasurementEventCallback<long>((_, measured, tags, state) => ((InstrumentSeries)state!).Add(measured, tags));
        listener.SetMeasurementEventCallback<int>((_, measured, tags, state) => ((InstrumentSeries)state!).Add(measured, tags));
        listener.SetMeasurementEventCallback<double>((_, measured, tags, state) => ((InstrumentSeries)state!).Add(measured, tags));
        listener.Start();
    }

    public string Write()
    {
        lock (writing)
        {
            foreach (var instrument in instruments.Values) instrument.BeginObserving();
            listener.RecordObservableInstruments();
            using var output = new StringWriter();
            foreach (var instrument in instruments.Values.OrderBy(known => known.Name, StringComparer.Ordinal)) instrument.Write(output);
            return output.ToString();
        }
    }

    public void Dispose() => listener.Dispose();

    private sealed class InstrumentSeries
    {
        private readonly Instrument instrument;
        private readonly ConcurrentDictionary<string, Series> rows = new(StringComparer.Ordinal);
        private readonly Series plain;
        private readonly string type;
        private readonly double[]? bounds;

        public InstrumentSeries(Instrument instrument)
        {
            this.instrument = instrument;
            var kind = instrument.GetType().Name;
            type = kind.StartsWith("Histogram", StringComparison.Ordinal) ? "histogram"
                : kind.StartsWith("Counter", StringComparison.Ordinal) || kind.StartsWith("ObservableCounter", StringComparison.Ordinal) ? "counter" : "gauge";
            bounds = type != "histogram" ? null : instrument.Unit == "s" ? Seconds : Counts;
            // The common case has no labels: it must cost nothing to find.
            plain = NewSeries("");
            Name = instrument.Name.Replace('.', '_') + (instrument.Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" }) + (type == "counter" ? "_total" : "");
        }

        public string Name { get; }

        public void Add(double measured, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.IsEmpty)
            {
                plain.Add(measured);
                return;
            }
            var labels = Labels(tags);
            if (rows.TryGetValue(labels, out var row) || (rows.Count < Limits.MetricRows && (row = rows.GetOrAdd(labels, NewSeries)) is not null)) row.Add(measured);
        }

        public void BeginObserving()
        {
            if (!instrument.IsObservable) return;
            plain.Reset();
            foreach (var row in rows.Values) row.Reset();
        }

        public void Write(TextWriter output)
        {
            output.Write($"# HELP {Name} {instrument.Description?.ReplaceLineEndings(" ")}\n# TYPE {Name} {type}\n");
            if (rows.IsEmpty) plain.Write(output, Name);
            foreach (var row in rows.OrderBy(known => known.Key, StringComparer.Ordinal)) row.Value.Write(output, Name);
        }

        private Series NewSeries(string labels) => new(labels, isSum: !instrument.IsObservable, bounds);

        private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var labels = new List<string>(tags.Length);
            foreach (var (key, value) in tags)
                labels.Add($"{key.Replace('.', '_')}=\"{$"{value}".Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"");
            return string.Join(',', labels);
        }
    }
}
