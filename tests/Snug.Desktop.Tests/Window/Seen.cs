using System.Text.Json;

namespace Snug.Desktop.Tests.Window;

/// <summary>A widget as a screen reader finds it; hidden ones are not found.</summary>
internal sealed record Seen(string Role, string Name, string Description, string Text, int Top, int Bottom, string[] States, Seen[] Children)
{
    public IEnumerable<Seen> All => Children.SelectMany(child => child.All).Prepend(this);

    public Seen Entry => All.Single(seen => seen.States.Contains("editable"));

    public string Counter => All.Single(seen => seen.Role == "label" && seen.Name.EndsWith(" left", StringComparison.Ordinal)).Name;

    /// <summary>What the banner says; nothing when there is none.</summary>
    public string Alert => All.SingleOrDefault(seen => seen.Role == "alert")?.Name ?? "";

    public List<string> Conversation => [.. RowsOf("Conversation").Select(row => row.Name)];

    /// <summary>Rooms and direct conversations, as a screen reader calls them.</summary>
    public List<string> Rooms => [.. RowsOf("Rooms").Concat(RowsOf("Direct messages")).Select(row => row.Name)];

    public bool Shows(string name) => All.Any(found => found.Name == name);

    public List<string> People => [.. RowsOf("Who is here").Select(row => row.Name)];

    /// <summary>The newest line stands right above the entry, and not half behind it; what is out of view has no height.</summary>
    public bool ShowsNewest => RowsOf("Conversation")[^1] is var newest && newest.Bottom <= Entry.Top && newest.Bottom > newest.Top;

    public bool Is(string state) => States.Contains(state);

    public static Seen? Parse(string json) => JsonSerializer.Deserialize<Seen>(json, JsonSerializerOptions.Web);

    private Seen[] RowsOf(string list) => All.Single(seen => seen.Role == "list" && seen.Name == list).Children;
}
