using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace Snug.Server.Store.Copying;

/// <summary>Copies a table in chunks: each is committed together with the place it has come to, so a break doubles nothing and loses one chunk at most.</summary>
internal sealed class TableCopy(IStore from, CopyTarget to, CopiedTable table)
{
    /// <summary>Copies the rows that are not there yet.</summary>
    /// <param name="told">Called after each chunk with the number of rows in it.</param>
    /// <exception cref="StoreException">The chat cannot be read, or has what PostgreSQL cannot hold.</exception>
    /// <exception cref="NpgsqlException">The database cannot be written.</exception>
    public void Run(Action<long> told)
    {
        while (from.Read(CopyChunk) is > 0 and var rows) told(rows);
    }

    private long CopyChunk(DbConnection connection)
    {
        using var query = connection.CreateCommand();
        Ask(query, to.Read(table.Name));
        using var row = query.ExecuteReader();
        if (!row.Read()) return 0;

        using var transaction = to.Connection.BeginTransaction();
        var (rows, place) = Copy(row);
        to.Write(table.Name, place);
        transaction.Commit();
        return rows;
    }

    private void Ask(DbCommand query, string? place)
    {
        object[] after = place is null ? [] : RowKey.Read(table, place);
        for (var i = 0; i < after.Length; i++) query.Add(i).Value = after[i];
        var behind = after.Length == 0 ? "" : $"WHERE ({table.KeyNames}) > ({string.Join(", ", after.Select((_, i) => $"${i + 1}"))})";
        query.CommandText = $"SELECT {table.ColumnNames} FROM {table.Name} {behind} ORDER BY {table.KeyNames} LIMIT {Limits.CopyRows}";
    }

    // Begins with the row that is read already.
    private (long Rows, string Place) Copy(DbDataReader row)
    {
        using var writer = to.Connection.BeginBinaryImport($"COPY {table.Name} ({table.ColumnNames}) FROM STDIN (FORMAT BINARY)");
        var (rows, place) = (0L, "");
        do
        {
            writer.StartRow();
            for (var i = 0; i < table.Columns.Count; i++) Write(writer, row, i);
            rows++;
            // Behind its last row the reader stands on none, so the key is taken from each.
            place = RowKey.Write(table, row);
        }
        while (row.Read());
        writer.Complete();
        return (rows, place);
    }

    private void Write(NpgsqlBinaryImporter writer, DbDataReader row, int column)
    {
        if (row.IsDBNull(column)) writer.WriteNull();
        else if (table.Columns[column].Kind == ColumnKind.Number) writer.Write(row.GetInt64(column), NpgsqlDbType.Bigint);
        else if (table.Columns[column].Kind == ColumnKind.Text) writer.Write(ReadText(row, column), NpgsqlDbType.Text);
        else writer.Write((byte[])row[column], NpgsqlDbType.Bytea);
    }

    private string ReadText(DbDataReader row, int column)
    {
        var text = row.GetString(column);
        if (!text.Contains('\0', StringComparison.Ordinal)) return text;
        throw new StoreException($"{table.Columns[column].Name} of the row {RowKey.Write(table, row)} of {table.Name} has the character U+0000, which PostgreSQL cannot hold");
    }
}
