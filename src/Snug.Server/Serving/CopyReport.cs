using System.Globalization;
using Snug.Server.Store.Copying;

namespace Snug.Server.Serving;

/// <summary>What the operator reads of a copy: how far it is every few seconds, what is wrong at once, and both sides at the end.</summary>
internal sealed class CopyReport(TextWriter output, TimeProvider time) : IProgress<CopyNews>
{
    private readonly long begun = time.GetTimestamp();
    private long told = time.GetTimestamp();

    public void Report(CopyNews value)
    {
        switch (value)
        {
            case CopyStep step when step.Done == step.Total && step.Doing == "copied" || time.GetElapsedTime(told) >= Limits.CopyTold:
                told = time.GetTimestamp();
                var now = (CopyStep)value;
                Write($"{Seconds,6} s  {now.Table,-13} {now.Doing} {now.Done:N0} of {now.Total:N0}");
                break;
            case BadFile bad:
                Write($"{bad.Name}: its file {bad.Path} {bad.Reason}");
                break;
            case CopyRemark remark:
                Write($"{remark.Text}");
                break;
        }
    }

    /// <summary>Shows both sides, table by table, and what it all means.</summary>
    /// <param name="result">What has become of the copy.</param>
    /// <param name="from">The data folder.</param>
    public void End(CopyResult result, string from)
    {
        if (result.Tables is { } tables)
        {
            Write($"{"table",-13} {"rows",15}  SHA-256");
            foreach (var table in tables) Write(table);
        }
        if (result.BadFiles > 0)
            Write($"{result.BadFiles:N0} files named above are not in the database, because they are not whole in {from}. Put them back there and run the same again: the rest is left as it is.");
        if (result.IsEqual) Write($"The chat is in the database: start servers with --database from now on, and none on {from} any more.");
        else if (result.Tables is not null && result.IsComplete) Write($"The two sides differ: one of them has been used since the chat was copied.");
        else if (result.Tables is not null) Write($"The two sides differ, so no server may start on the database. Run the same again.");
    }

    private long Seconds => (long)time.GetElapsedTime(begun).TotalSeconds;

    private void Write(ComparedTable table)
    {
        var (from, to) = (table.From, table.To);
        if (table.IsEqual) Write($"{table.Name,-13} {from.Rows,15:N0}  {from.Hash[..12]}  equal");
        else Write($"{table.Name,-13} {from.Rows,15:N0}  {from.Hash[..12]}  DIFFERENT: {to.Rows:N0}  {to.Hash[..12]} in the database");
    }

    private void Write(FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
