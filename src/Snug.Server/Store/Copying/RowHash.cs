using System.Buffers;
using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;

namespace Snug.Server.Store.Copying;

/// <summary>SHA-256 over rows, the same whichever database they are read from.</summary>
internal sealed class RowHash : IDisposable
{
    // Before each value stands what it is, so that no two rows have the same bytes.
    private const byte Nothing = 0, Number = 1, Text = 2, Bytes = 3;

    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly ArrayBufferWriter<byte> pending = new(Limits.WriteBuffer);
    private long rows;

    /// <summary>Reads all of a table that a query gives in the order of its keys.</summary>
    /// <param name="query">What to run.</param>
    /// <param name="table">What it reads.</param>
    /// <param name="told">Called with the number of rows now and then.</param>
    public static TableDigest OfTable(DbCommand query, CopiedTable table, Action<long> told)
    {
        using var hash = new RowHash();
        using var reader = query.ExecuteReader();
        while (reader.Read())
        {
            hash.Add(reader, table);
            if (hash.rows % Limits.CopyRows == 0) told(hash.rows);
        }
        return hash.End();
    }

    public void Add(string value)
    {
        AddText(value);
        EndRow();
    }

    public TableDigest End()
    {
        Flush();
        return new(rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    public void Dispose() => hash.Dispose();

    private void Add(DbDataReader row, CopiedTable table)
    {
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (row.IsDBNull(i)) pending.Write([Nothing]);
            else if (table.Columns[i].Kind == ColumnKind.Number) AddNumber(Number, row.GetInt64(i));
            else if (table.Columns[i].Kind == ColumnKind.Text) AddText(row.GetString(i));
            else AddBytes((byte[])row[i]);
        }
        EndRow();
    }

    private void AddText(string value)
    {
        AddNumber(Text, Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, pending);
    }

    private void AddBytes(byte[] value)
    {
        AddNumber(Bytes, value.Length);
        pending.Write(value);
    }

    private void AddNumber(byte kind, long value)
    {
        var space = pending.GetSpan(1 + sizeof(long));
        space[0] = kind;
        BinaryPrimitives.WriteInt64BigEndian(space[1..], value);
        pending.Advance(1 + sizeof(long));
    }

    private void EndRow()
    {
        rows++;
        if (pending.WrittenCount >= Limits.WriteBuffer) Flush();
    }

    private void Flush()
    {
        hash.AppendData(pending.WrittenSpan);
        pending.ResetWrittenCount();
    }
}
