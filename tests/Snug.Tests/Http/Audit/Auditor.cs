namespace Snug.Tests.Http.Audit;

/// <summary>Compares what one person heard or said with the one order of everything.</summary>
internal static class Auditor
{
    /// <summary>What was acknowledged is stored once, where it was said, and in the order in which it was said.</summary>
    public static void CheckWriter(Writer writer, IReadOnlyList<Said> order)
    {
        var stored = order.Where(said => said.From == writer.Name).ToList();
        var acknowledged = writer.Acknowledged.Select((said, i) => said.Id == 0 ? said with { Id = stored[i].Id } : said);
        Assert.Equal(acknowledged, stored);
    }

    /// <summary>Everything of its rooms, once, in the one order; nothing of any other room.</summary>
    public static void CheckReader(Reader reader, IReadOnlyList<Said> order)
    {
        var rooms = reader.Rooms.ToHashSet();
        var due = order.Where(said => rooms.Contains(said.Room));
        if (reader.IsLate) CheckLatecomer(reader, due.ToLookup(said => said.Room));
        else Assert.Equal(reader is LineReader ? due.Select(said => said with { Id = 0 }) : due, reader.Heard);
    }

    // Of each room everything from some moment on.
    private static void CheckLatecomer(Reader reader, ILookup<long, Said> due)
    {
        Assert.Equal(reader.Heard.Select(said => said.Id).Order().Distinct(), reader.Heard.Select(said => said.Id));
        foreach (var heard in reader.Heard.GroupBy(said => said.Room)) Assert.Equal(due[heard.Key].TakeLast(heard.Count()), heard);
    }
}
