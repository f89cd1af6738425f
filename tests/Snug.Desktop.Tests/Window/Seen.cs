using System.Text.Json;

namespace Snug.Desktop.Tests.Window;

/// <summary>A widget as a screen reader finds it; hidden ones are not found.</summary>
internal sealed record Seen(string Role, string Name, string Description, string Text, string[] States, Seen[] Children)
{
    public IEnumerable<Seen> All => Children.SelectMany(child => child.All).Prepend(this);

    public Seen Entry => All.Single(seen => seen.States.Contains("editable"));

    public string Counter => All.Single(seen => seen.Role == "label" && seen.Name.EndsWith(" left", StringComparison.Ordinal)).Name;

    public List<string> Conversation => RowsOf("Conversation");

    public List<string> People => RowsOf("Who is here");

    public bool Is(string state) => States.Contains(state);

    public static Seen? Parse(string json) => JsonSerializer.Deserialize<Seen>(json, JsonSerializerOptions.Web);

    private List<string> RowsOf(string list) =>
        [.. All.Single(seen => seen.Role == "list" && seen.Name == list).Children.Select(row => row.Name)];
}
