using System.Security;
using System.Text;
using System.Text.RegularExpressions;

namespace Snug.Desktop.Gtk;

/// <summary>Puts the words into a <c>.ui</c> file, which names them by their key: <c>%Send%</c>.</summary>
internal static partial class Wording
{
    /// <param name="xml">The file.</param>
    /// <param name="textOf">The words of a key; what it throws comes out of here.</param>
    public static byte[] Fill(byte[] xml, Func<string, string> textOf) =>
        Encoding.UTF8.GetBytes(Key().Replace(Encoding.UTF8.GetString(xml), key => SecurityElement.Escape(textOf(key.Groups[1].Value))!));

    [GeneratedRegex("%([A-Z][A-Za-z]*)%")]
    private static partial Regex Key();
}
