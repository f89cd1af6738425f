using System.Text;

namespace Snug.Desktop.Text;

/// <summary>The names that the chat knows, for a text that calls them: <c>@cindy</c>, <c>#Kitchen</c>.</summary>
/// <param name="Me">Whose window this is, as written.</param>
/// <param name="People">By <see cref="KeyOf"/>.</param>
/// <param name="Rooms">The rooms that can be opened, by <see cref="KeyOf"/>; empty where there is but one.</param>
internal sealed record KnownNames(string Me, IReadOnlySet<string> People, IReadOnlyDictionary<string, long> Rooms)
{
    public static readonly KnownNames None = new("", new HashSet<string>(), new Dictionary<string, long>());

    /// <summary>A name as names are compared: the same however it is written.</summary>
    public static string KeyOf(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormC).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            // Half of a pair: nothing is called so.
            return name;
        }
    }

    public bool IsMe(string name) => KeyOf(name) == KeyOf(Me);
}
