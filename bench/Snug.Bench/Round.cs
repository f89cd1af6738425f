namespace Snug.Bench;

/// <summary>What each subject of a scenario gave in one round.</summary>
internal sealed class Round(Scenario scenario)
{
    private readonly Dictionary<string, IReadOnlyList<double>> values = [];

    /// <summary>A subject's value of a figure; <see cref="double.NaN"/> where it was not measured.</summary>
    /// <param name="subject">The subject's name.</param>
    /// <param name="heading">The figure's heading.</param>
    public double this[string subject, string heading]
    {
        get
        {
            var figure = scenario.Figures.Index().First(one => one.Item.Heading == heading).Index;
            return values.TryGetValue(subject, out var found) ? found[figure] : double.NaN;
        }
    }

    public void Add(Subject subject, IReadOnlyList<double> measured)
    {
        if (measured.Count != scenario.Figures.Count)
            throw new InvalidOperationException($"{scenario.Name}: {subject.Name} gave {measured.Count} values for {scenario.Figures.Count} figures");
        values.Add(subject.Name, measured);
    }
}
