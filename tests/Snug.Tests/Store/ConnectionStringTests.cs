using Snug.Server.Store;
using Snug.Server.Store.Postgres;

namespace Snug.Tests.Store;

public class ConnectionStringTests
{
    [Theory]
    [InlineData("Host=db;Databse=snug;Password=hush", "part 2 of")]
    [InlineData("Host=db;Port=many;Password=hush", "part 2 of")]
    [InlineData("postgresql://snug:hush@db/snug", "made of parts such as Host=")]
    [InlineData("postgresql://snug:hush@db/snug?sslmode=require", "part 1 of")]
    [InlineData("Host=db;Password=a;hush=b", "part 3 of")]
    [InlineData("Host=db;Password=\"hush", "made of parts such as Host=")]
    [InlineData("Database=snug;Password=hush", "names no Host")]
    [InlineData("", "names no Host")]
    public void What_is_wrong_is_said_without_a_word_of_the_string(string text, string reason)
    {
        var refused = Assert.Throws<StoreException>(() => PostgresSetup.Read(text));

        Assert.Contains(reason, refused.Message);
        Assert.DoesNotContain("hush", refused.Message);
    }
}
