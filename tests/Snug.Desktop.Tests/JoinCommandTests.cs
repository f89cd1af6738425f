namespace Snug.Desktop.Tests;

public sealed class JoinCommandTests
{
    [Theory]
    [InlineData("cindy", "127.0.0.1", 5450)]
    [InlineData("cindy --server example.org:99", "example.org", 99)]
    [InlineData("--server=[::1]:5451 cindy", "::1", 5451)]
    public void A_name_and_an_address_are_understood(string line, string host, int port)
    {
        var command = JoinCommand.Parse(line.Split(' '));

        Assert.Equal(("cindy", host, port, false), (command.Name, command.Host, command.Port, command.WantsHelp));
    }

    [Theory]
    [InlineData("cindy --sever localhost:1", "--sever")]
    [InlineData("cindy ethan", "ethan")]
    [InlineData("cindy --server", "HOST:PORT")]
    [InlineData("cindy --server localhost", "localhost")]
    [InlineData("cindy --server localhost:", "localhost:")]
    [InlineData("cindy --server localhost:0", "localhost:0")]
    [InlineData("cindy --server localhost:65536", "localhost:65536")]
    [InlineData("cindy --server ::1:5450", "::1:5450")]
    [InlineData("cindy --server :5450", ":5450")]
    [InlineData("cindy --server a/b:5450", "a/b:5450")]
    public void A_wrong_word_is_named(string line, string wrong)
    {
        var complaint = Assert.Throws<UsageException>(() => JoinCommand.Parse(line.Split(' ')));

        Assert.Contains(wrong, complaint.Message, StringComparison.Ordinal);
    }
}
