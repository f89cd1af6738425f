namespace Snug.Tests.Running;

/// <summary>Where the servers of tests keep their chats.</summary>
internal static class TestDatabase
{
    /// <summary>Whether chats are in PostgreSQL rather than in folders.</summary>
    public static bool IsPostgres => Environment.GetEnvironmentVariable("SNUG_TEST_STORE") == "postgres";

    /// <summary>Gives the connection string for the chat of a folder; null where chats are kept in their folders.</summary>
    public static Func<string, Task<string?>> OfAsync { get; set; } = _ => Task.FromResult<string?>(null);
}
