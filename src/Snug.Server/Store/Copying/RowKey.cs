using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Snug.Server.Store.Copying;

/// <summary>The key of a row, as the place that a copy has come to.</summary>
internal static class RowKey
{
    /// <summary>The key in letters: numbers as they are, texts and bytes in hexadecimal, with a space between.</summary>
    public static string Write(CopiedTable table, DbDataReader row) => string.Join(' ', table.Columns.Take(table.Key).Select((column, i) => column.Kind switch
    {
        ColumnKind.Number => row.GetInt64(i).ToString(CultureInfo.InvariantCulture),
        ColumnKind.Text => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(row.GetString(i))),
        _ => Convert.ToHexStringLower((byte[])row[i]),
    }));

    /// <summary>The values of a key that was written.</summary>
    public static object[] Read(CopiedTable table, string key) => [.. key.Split(' ').Zip(table.Columns, (part, column) => column.Kind switch
    {
        ColumnKind.Number => (object)long.Parse(part, CultureInfo.InvariantCulture),
        ColumnKind.Text => Encoding.UTF8.GetString(Convert.FromHexString(part)),
        _ => Convert.FromHexString(part),
    })];
}
