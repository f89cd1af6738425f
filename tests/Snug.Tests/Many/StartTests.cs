using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>Servers that begin.</summary>
[Collection(nameof(OneAfterAnother))]
public class StartTests(SharedPostgres postgres)
{
    [Fact]
    public async Task Several_that_start_at_once_on_an_empty_database_are_one_chat()
    {
        await using var fleet = await postgres.StartServersAsync(servers: 4);

        var people = new List<ChatUser>();
        for (var i = 0; i < 4; i++) people.Add(await fleet.EnterAsync(i, $"person{i}"));
        for (var i = 0; i < 4; i++) await people[i].SayAsync($"hello from {i}");

        foreach (var person in people)
        {
            var heard = new List<string>();
            await Eventually.Become(async () => { heard.AddRange(await person.HearAsync()); return heard.Count; }, count => count >= 4);
            Assert.Equal(["hello from 0", "hello from 1", "hello from 2", "hello from 3"], heard);
            person.Dispose();
        }
    }

    [Fact]
    public async Task A_database_that_is_not_there_or_not_to_be_had_is_told_in_one_line()
    {
        var cluster = await postgres.StartAsync();
        string[] wrong =
        [
            cluster.Address("nowhere"),
            cluster.Address("postgres", PostgresSystem.FindPort()),
            cluster.Address("postgres") + "x",
            "Host=;;nonsense",
            "",
        ];

        foreach (var database in wrong)
        {
            var (exitCode, output, errors) = await ServerProcess.RunAsync("serve", "--line", "127.0.0.1:0", "--http", "127.0.0.1:0", "--database", database);
            Assert.True(exitCode is 1 or 2, $"\"{database}\": {exitCode} {errors}");
            Assert.Equal("", output);
            Assert.Single(errors.TrimEnd().Split('\n'));
            Assert.DoesNotContain("   at ", errors);
        }
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_left_as_it_is()
    {
        var database = await postgres.NewDatabaseAsync();
        var cluster = await postgres.StartAsync();
        await using (await ServerFleet.StartAsync(1, cluster.Address(database))) { }
        await cluster.QueryAsync("INSERT INTO snug_schema VALUES (1000)", database);

        var (exitCode, output, errors) = await ServerProcess.RunAsync("serve", "--line", "off", "--http", "127.0.0.1:0", "--database", cluster.Address(database));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("newer", Assert.Single(errors.TrimEnd().Split('\n')));
    }

    [Fact]
    public async Task A_database_that_keeps_no_Unicode_is_refused_with_what_to_do()
    {
        var cluster = await postgres.StartAsync();
        await cluster.QueryAsync("CREATE DATABASE ascii ENCODING 'SQL_ASCII' LOCALE 'C' TEMPLATE template0");

        var (exitCode, output, errors) = await ServerProcess.RunAsync("serve", "--line", "off", "--http", "127.0.0.1:0", "--database", cluster.Address("ascii"));

        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("ENCODING 'UTF8'", Assert.Single(errors.TrimEnd().Split('\n')));
    }
}
