namespace Snug.Bench;

/// <summary>One column of a scenario's table.</summary>
/// <param name="Heading">With its unit, such as <c>CPU µs a poll</c>.</param>
/// <param name="Format">How a value is written, as .NET's numeric format strings say: <c>0.0</c>.</param>
internal sealed record Figure(string Heading, string Format = "0.0");
