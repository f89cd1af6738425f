using System.Text.RegularExpressions;
using Snug.Tests.Running;

namespace Snug.Tests.Architecture;

/// <summary>The server's folders are walls: each may know only those that stand behind it on a message's way.</summary>
public partial class FolderWallTests
{
    // Each folder, and what it may name. The way of a message: door, chat, log, store.
    private static readonly Dictionary<string, string[]> MayName = new()
    {
        ["Store"] = [],
        ["Store.Contents"] = ["Store"],
        ["Store.Sqlite"] = ["Store"],
        ["Store.Postgres"] = ["Store", "Store.Contents", "Store.Sqlite"],
        ["Store.Copying"] = ["Store", "Store.Contents", "Store.Sqlite", "Store.Postgres"],
        ["Metrics"] = [],
        ["Events"] = ["Store", "Metrics"],
        ["Talk"] = ["Events", "Store", "Store.Contents", "Metrics"],
        ["Doors"] = [],
        ["Doors.Line"] = ["Talk", "Events", "Store"],
        ["Doors.Http"] = ["Talk", "Events", "Store", "Metrics"],
        ["Tls"] = [],
        ["Serving"] = ["Doors.Line", "Doors.Http", "Talk", "Events", "Store", "Store.Contents", "Store.Sqlite", "Store.Postgres", "Store.Copying", "Metrics", "Tls"],
    };

    [Fact]
    public void Arrows_between_the_servers_folders_go_one_way()
    {
        var wrong =
            from file in SourceFiles("src/Snug.Server")
            let folder = FolderOf(file)
            where folder != ""
            from Match named in Named().Matches(File.ReadAllText(file))
            let other = named.Groups[1].Value
            where other != folder && !MayName[folder].Contains(other)
            select $"{Path.GetRelativePath(Repository.Root, file)} names {other}";

        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_folder_of_the_server_has_its_place() =>
        Assert.Equal(MayName.Keys.Order(), SourceFiles("src/Snug.Server").Select(FolderOf).Where(folder => folder != "").Distinct().Order());

    [Fact]
    public void The_protocol_and_the_client_library_know_nobody()
    {
        var foreign =
            from file in SourceFiles("src/Snug.Protocol").Concat(SourceFiles("src/Snug.Client"))
            from Match named in ForeignProject().Matches(File.ReadAllText(file))
            select $"{Path.GetRelativePath(Repository.Root, file)} names {named.Value}";

        Assert.Empty(foreign);
    }

    [Fact]
    public void A_source_file_has_about_200_lines_at_most() =>
        Assert.DoesNotContain(SourceFiles("src").Concat(SourceFiles("tests")), file => File.ReadLines(file).Count() > 260);

    private static IEnumerable<string> SourceFiles(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories);

    private static string FolderOf(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetRelativePath(Repository.PathOf("src/Snug.Server"), file))!;
        return string.Join('.', folder.Split(Path.DirectorySeparatorChar).Take(2));
    }

    // A namespace of the server, in a using or in full; within the server the first part may be left out.
    [GeneratedRegex(@"(?<![\w.])(?:Snug\.Server\.)?(Doors\.\w+|Talk|Events|Store|Metrics|Serving|Tls)(?=[.;]\s*[A-Z\n])")]
    private static partial Regex Named();

    [GeneratedRegex(@"\bSnug\.(Server|Desktop)\b")]
    private static partial Regex ForeignProject();
}
