using System.Security.Cryptography;
using Snug.Tests.Running;

namespace Snug.Tests.Many.Copying;

/// <summary>What cannot be copied is told in a line, and nothing that is there is touched.</summary>
[Collection(nameof(OneAfterAnother))]
public class RefusedCopyTests(SharedPostgres postgres)
{
    [Fact]
    public async Task A_database_with_a_chat_of_its_own_is_left_as_it_is()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        run.MakeLong(3);
        await using (var server = await run.ServeDatabaseAsync())
        {
            using var zoe = await server.EnterHttpAsync("zoe");
            await zoe.SayAsync("Mine.");
        }

        AssertRefused(await run.CopyAsync(), "has a chat of its own already");

        Assert.Equal("Mine.", await run.QueryAsync("SELECT text FROM events WHERE type = 'message'"));
        await using var again = await run.ServeDatabaseAsync();
    }

    [Fact]
    public async Task A_database_with_a_copy_of_another_chat_is_left_as_it_is()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        run.MakeLong(3);
        run.Copy();
        File.Delete(run.Data.File("snug.db"));
        run.MakeLong(5);

        AssertRefused(await run.CopyAsync(), "holds a copy of another chat");

        Assert.Equal("3", await run.QueryAsync("SELECT count(*) FROM events"));
    }

    [Fact]
    public async Task While_a_server_runs_on_either_side_nothing_is_copied()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        await using (var server = await run.ServeFolderAsync()) AssertRefused(await run.CopyAsync(), "in use by another server");
        await using (var server = await run.ServeDatabaseAsync()) AssertRefused(await run.CopyAsync(), "a server is running on the database");

        Assert.True(run.Copy().IsEqual);
    }

    [Fact]
    public async Task A_folder_without_a_chat_a_database_out_of_reach_and_missing_words_are_told()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        AssertRefused(await run.CopyAsync(), "there is no chat in");
        Assert.Empty(Directory.EnumerateFileSystemEntries(run.Data.Path));

        run.MakeLong(1);
        AssertRefused(await ServerProcess.RunAsync("copy", "--from", run.Data.Path, "--to", "Host=127.0.0.1;Port=1"), "the database cannot be used");
        AssertRefused(await ServerProcess.RunAsync("copy", "--from", run.Data.Path, "--to", "nonsense"), "connection string");
        AssertRefused(await ServerProcess.RunAsync("copy", "--from", run.Data.Path), "--to", exitCode: 2);
    }

    [Fact]
    public async Task A_text_that_PostgreSQL_cannot_hold_is_told()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        run.MakeLong(3);
        run.Change("UPDATE events SET text = 'a' || char(0) || 'b' WHERE id = 2");

        AssertRefused(await run.CopyAsync(), "text of the row 2 of events has the character U+0000");
    }

    [Fact]
    public async Task Files_that_are_missing_or_damaged_are_named_and_copied_when_they_are_back()
    {
        using var run = await CopyRun.PrepareAsync(postgres);
        string[] names = ["damaged.bin", "missing.bin", "whole.bin"];
        byte[][] contents = [RandomNumberGenerator.GetBytes(300_000), RandomNumberGenerator.GetBytes(300_000), RandomNumberGenerator.GetBytes(300_000)];
        await using (var server = await run.ServeFolderAsync())
        {
            using var cindy = await server.EnterHttpAsync("cindy");
            foreach (var (name, content) in names.Zip(contents)) (await cindy.UploadAsync(name, content)).Is(201);
        }
        await File.WriteAllBytesAsync(PathOf(run, contents[0]), [.. contents[0][..^1], (byte)(contents[0][^1] ^ 1)]);
        File.Delete(PathOf(run, contents[1]));

        var (exitCode, output, _) = await run.CopyAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains($"damaged.bin: its file {PathOf(run, contents[0])} is damaged", output);
        Assert.Contains($"missing.bin: its file {PathOf(run, contents[1])} is missing", output);
        Assert.Contains("2 files named above are not in the database", output);
        Assert.Equal([HashOf(contents[2])], await run.HashContentsAsync());
        // What was not there before does not keep the chat from going on.
        await using (var server = await run.ServeDatabaseAsync()) Assert.NotNull(server);

        foreach (var content in contents[..2]) await File.WriteAllBytesAsync(PathOf(run, content), content);
        Assert.Equal(0, (await run.CopyAsync()).ExitCode);
        Assert.Equal(contents.Select(HashOf).Order(), await run.HashContentsAsync());
    }

    private static void AssertRefused((int ExitCode, string Output, string Errors) copy, string reason, int exitCode = 1)
    {
        Assert.Equal(exitCode, copy.ExitCode);
        Assert.Matches("^snug: [^\n]+\n$", copy.Errors);
        Assert.Contains(reason, copy.Errors);
    }

    private static string PathOf(CopyRun run, byte[] content) => run.Data.File(Path.Combine("uploads", HashOf(content)[..2], HashOf(content)[2..]));

    private static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
