using System.Text.RegularExpressions;

namespace Snug.Protocol;

/// <summary>How a text calls somebody by name: <c>@cindy</c>.</summary>
public static partial class Mention
{
    /// <summary>
    /// The names that a text calls, each as it is written and, where a sentence may end behind it ("ask @cindy."), also without its
    /// last full stops and hyphens.
    /// </summary>
    /// <param name="text">A message's text.</param>
    /// <param name="most">Calls beyond so many are passed over.</param>
    public static IEnumerable<(string Name, string? Shorter)> In(string text, int most = int.MaxValue)
    {
        if (!text.Contains('@', StringComparison.Ordinal)) yield break;
        foreach (Match call in Call().Matches(text).Take(most))
        {
            var name = call.Groups[1].Value;
            var shorter = name.TrimEnd('.', '-');
            yield return (name, shorter == name ? null : shorter);
        }
    }

    /// <summary>Whether a text calls the one with this name, however it is written.</summary>
    public static bool Calls(string text, string name) => In(text).Any(call => IsSame(call.Name, name) || (call.Shorter is { } shorter && IsSame(shorter, name)));

    private static bool IsSame(string called, string name) =>
        UserName.TryParse(called, out var one) && UserName.TryParse(name, out var other) && one.Equals(other);

    [GeneratedRegex(@"(?<![\p{L}\p{Nd}])@([\p{L}\p{Nd}][\p{L}\p{Nd}_.-]{0,31})")]
    private static partial Regex Call();
}
