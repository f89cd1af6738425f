using System.Diagnostics;
using Snug.Tests.Running;

namespace Snug.Tests.Web;

/// <summary>The page's types of what the server says are made from the server's own description.</summary>
public class SchemaTests
{
    private const string Pinned = "src/Snug.Web/src/api/schema.d.ts";

    private const string Now = "artifacts/schema.d.ts";

    [Fact]
    public async Task The_page_knows_the_API_as_it_is()
    {
        await using var server = await TestServer.StartAsync();
        using var http = new HttpClient();
        using var folder = new TempFolder();
        var description = folder.File("v1.json");
        await File.WriteAllTextAsync(description, await http.GetStringAsync(server.HttpUrl + "/openapi/v1.json"));

        var tool = Repository.PathOf("src/Snug.Web/node_modules/openapi-typescript/bin/cli.js");
        using var made = Process.Start(new ProcessStartInfo("node", [tool, description, "-o", Repository.PathOf(Now)]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = Task.WhenAll(made.StandardOutput.ReadToEndAsync(), made.StandardError.ReadToEndAsync());
        await made.WaitForExitAsync();

        Assert.True(made.ExitCode == 0, string.Join('\n', await said));
        Assert.True(
            await File.ReadAllTextAsync(Repository.PathOf(Now)) == await File.ReadAllTextAsync(Repository.PathOf(Pinned)),
            $"The API has changed. If that is meant: cp {Now} {Pinned}");
    }
}
