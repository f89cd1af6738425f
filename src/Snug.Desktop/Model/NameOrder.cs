using System.Globalization;

namespace Snug.Desktop.Model;

/// <summary>Names in the order in which people look for them, as the page has them.</summary>
internal static class NameOrder
{
    /// <summary>"Room 2" stands before "Room 10", and a letter with an accent beside the one without.</summary>
    public static readonly StringComparer ByName = StringComparer.Create(CultureInfo.CurrentCulture,
        CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace | CompareOptions.NumericOrdering);
}
