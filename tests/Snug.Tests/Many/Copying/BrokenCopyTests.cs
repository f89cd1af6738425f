using Snug.Server;
using Snug.Server.Store;
using Snug.Server.Store.Copying;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Copying;

/// <summary>A copy may break at any moment: it goes on where it was, and until it is complete nobody is served half a chat.</summary>
[Collection(nameof(OneAfterAnother))]
public class BrokenCopyTests(SharedPostgres postgres)
{
    private const int Messages = 150_000;

    [Fact]
    public async Task A_copy_that_was_killed_goes_on_where_it_was()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        run.MakeLong(Messages);

        using (var copy = ServerProcess.Start(run.Words))
        {
            await Eventually.Become(() => CountAsync(run), count => count > 0);
            await copy.KillAsync();
        }
        var (refused, there) = (await ServerProcess.RunAsync("serve", "--database", run.Address), await CountAsync(run));
        var (exitCode, output, errors) = await run.CopyAsync();

        Assert.InRange(there, 1, Messages - 1);
        Assert.Equal(1, refused.ExitCode);
        Assert.Matches("^snug: the chat has not been copied to its end[^\n]+\n$", refused.Errors);
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("goes on where it was", output);
        Assert.DoesNotContain(CopyRun.Different, output);
        Assert.Equal(Messages, await CountAsync(run));
        await using var server = await run.ServeDatabaseAsync();
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_doubles_and_loses_nothing()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        run.MakeLong(Messages);
        await using var proxy = new CuttingProxy(run.Postgres.Port);
        var isOrdered = false;

        var lost = Assert.Throws<StoreException>(() => run.Copy(
            news =>
            {
                if (isOrdered || news is not CopyStep { Table: "events" }) return;
                isOrdered = true;
                // To its end, or READ COMMITTED would do.
                _ = proxy.LoseAnswerAsync(asked => asked.Span.IndexOf("COMMIT\0"u8) >= 0);
            },
            proxy.Port));

        Assert.Contains("the same command goes on", lost.Message);
        // The chunk behind the first was committed.
        Assert.Equal(2 * Limits.CopyRows, await CountAsync(run));
        Assert.True(run.Copy(port: proxy.Port) is { IsEqual: true, IsComplete: true });
        Assert.Equal(Messages, await CountAsync(run));
    }

    [Fact]
    public async Task What_changed_in_the_folder_between_two_runs_is_copied_anew()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        run.MakeLong(Messages);
        Assert.Throws<OperationCanceledException>(() => run.Copy(news =>
        {
            if (news is CopyStep { Table: "events", Done: > 50_000 }) throw new OperationCanceledException();
        }));
        await using (var server = await run.ServeFolderAsync())
        {
            using var boss = await server.EnterAdminAsync("boss");
            (await boss.DeleteAsync("/api/messages/7")).Is(204);
        }

        var (exitCode, output, _) = await run.CopyAsync();

        Assert.Equal(0, exitCode);
        Assert.Contains("events has changed since it was copied", output);
        Assert.Equal("", await run.QueryAsync("SELECT text FROM events WHERE id = 7"));
        Assert.Equal(Messages + 1, await CountAsync(run));
    }

    [Fact]
    public async Task Of_two_copies_into_one_database_one_waits_for_the_other_and_gives_up()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        using var other = await CopyRun.PrepareAsync(postgres);
        run.MakeLong(1);
        other.MakeLong(1);
        StoreException? refused = null;

        var copied = run.Copy(_ => refused ??= Assert.Throws<StoreException>(() => ChatCopy.Run(other.Data.Path, run.Address, new Progress<CopyNews>())));

        Assert.Equal("another copy into the same database is under way", refused?.Message);
        Assert.True(copied.IsEqual);
    }

    private static async Task<int> CountAsync(CopyRun run) => await run.QueryAsync("SELECT count(*) FROM pg_tables WHERE tablename = 'events'") == "0"
        ? 0
        : int.Parse(await run.QueryAsync("SELECT count(*) FROM events"), System.Globalization.CultureInfo.InvariantCulture);
}
