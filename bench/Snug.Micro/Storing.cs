using BenchmarkDotNet.Attributes;
using Snug.Protocol;
using Snug.Server;
using Snug.Server.Store;
using Snug.Server.Store.Sqlite;

namespace Snug.Micro;

/// <summary>What the log's writer does for each message of a full batch, its part of the commit included; the disk syncs once.</summary>
public class Storing
{
    private readonly PostMessage[] plain = new PostMessage[Limits.LogBatch], withNonces = new PostMessage[Limits.LogBatch];
    private DirectoryInfo data = null!;
    private SqliteStore store = null!;
    private long nonce;

    [GlobalSetup]
    public void SetUp()
    {
        data = Directory.CreateTempSubdirectory("snug-micro-");
        store = SqliteStore.Open(Path.Combine(data.FullName, "snug.db"));
        for (var i = 0; i < plain.Length; i++)
        {
            if (!UserName.TryParse($"cindy{i}", out var name)) throw new InvalidOperationException("not a name");
            var author = new UserRecord(i + 1, name);
            plain[i] = new(author, new() { Id = 0, Room = 1, From = author.Ref, At = new(2025, 6, 1, 18, 30, 0, DateTimeKind.Utc), Text = "How about spaghetti tonight, or is it pizza again?" }, []);
        }
    }

    [GlobalCleanup]
    public void CleanUp()
    {
        store.Dispose();
        data.Delete(recursive: true);
    }

    [Benchmark(OperationsPerInvoke = Limits.LogBatch)]
    public int Message() => store.Append(plain).Outcomes.Count;

    [Benchmark(OperationsPerInvoke = Limits.LogBatch)]
    public int MessageWithNonce()
    {
        for (var i = 0; i < plain.Length; i++) withNonces[i] = plain[i] with { Message = plain[i].Message with { Nonce = $"nonce-{nonce++}" } };
        return store.Append(withNonces).Outcomes.Count;
    }
}
