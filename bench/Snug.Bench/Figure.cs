using System.Globalization;

namespace Snug.Bench;

/// <summary>One column of a scenario's table.</summary>
/// <param name="Heading">With its unit, such as <c>CPU µs a poll</c>.</param>
/// <param name="Format">How a value is written, as .NET's numeric format strings say: <c>0.0</c>.</param>
internal sealed record Figure(string Heading, string Format = "0.0")
{
    /// <summary>As the table has it: a dash where it was not measured, <c>never</c> for what did not come.</summary>
    public string Written(double value) => Written(value, Format);

    /// <inheritdoc cref="Written(double)"/>
    public static string Written(double value, string format) =>
        double.IsNaN(value) ? "–" : double.IsInfinity(value) ? "never" : value.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>The middle of the rounds and, where they differ as they are written, what they lay between: <c>1.20 (1.15–1.24)</c>.</summary>
    public static string Written(Spread spread, string format)
    {
        var (least, most) = (Written(spread.Least, format), Written(spread.Most, format));
        return least == most ? least : $"{Written(spread.Median, format)} ({least}–{most})";
    }
}
