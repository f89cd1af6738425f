using System.Text;
using Snug.Load.Counting;
using Snug.Load.Protocols;
using Snug.Load.Protocols.Http;
using Snug.Load.Sockets;

namespace Snug.Tests.Load;

public class DialogueTests
{
    private const string Session = """{"token":"secret","user":{"id":7,"name":"bench"},"next":"chat-0","limits":{}}""";

    private readonly Marks marks = new(50);
    private readonly Tally tally = new();

    [Fact]
    public void Answers_of_the_line_protocol_may_be_cut_anywhere()
    {
        var answers = $"OK Welcome\nMSGS: <a>{Message(0)} <b>{Message(1)}\nMSGS:\nMSGS: <a>{Message(2)}\n";
        for (var cut = 1; cut < answers.Length; cut++)
        {
            tally.Open();
            Feed(new LineProtocol("x", 1), answers, cut);
            Assert.Equal((cut, 3, 3), (cut, tally.Arrived, tally.Polls));
        }
    }

    [Fact]
    public void Answers_over_HTTP_may_be_cut_anywhere()
    {
        var events = $"{{\"events\":[{{\"text\":\"{Message(0)}\"}},{{\"text\":\"{Message(1)}\"}}],\"next\":\"chat-2\"}}";
        var answers = $"HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n{Session.Length:x}\r\n{Session}\r\n0\r\n\r\n"
            + "HTTP/1.1 204 No Content\r\n\r\n"
            + $"HTTP/1.1 200 OK\r\ncontent-length: {events.Length}\r\n\r\n{events}";
        for (var cut = 1; cut < answers.Length; cut++)
        {
            tally.Open();
            Feed(new HttpProtocol("host", "x", clients: 1, rooms: 1, wait: 25), answers, cut);
            Assert.Equal((cut, 2, 2), (cut, tally.Arrived, tally.Polls));
        }
    }

    [Fact]
    public void Answers_of_an_IRC_server_may_be_cut_anywhere()
    {
        var answers = ":irc NOTICE * :*** Looking up your hostname\r\nPING :1234\r\n:irc 001 b0 :Welcome\r\n:irc 422 b0 :no message of the day\r\n"
            + $":b0!b@h JOIN #x\r\n:irc 366 b0 #x :End\r\n:b1!b@h PRIVMSG #x :{Message(0)}\r\nPING :irc\r\n:b1!b@h PRIVMSG #x :{Message(1)}\r\n";
        for (var cut = 1; cut < answers.Length; cut++)
        {
            tally.Open();
            Feed(new IrcProtocol("x", clients: 2, atOnce: 1), answers, cut);
            Assert.Equal((cut, 2), (cut, tally.Arrived));
        }
    }

    [Fact]
    public void Answers_of_an_XMPP_server_may_be_cut_anywhere()
    {
        var answers = "<stream:stream><stream:features><mechanisms/></stream:features><success/><stream:stream><stream:features><bind/></stream:features>"
            + "<iq type='result' id='bind'><bind><jid>1@localhost/2</jid></bind></iq><presence from='room/b0'/><message><subject/></message>"
            + $"<message><body>{Message(0)}</body></message><message><body>{Message(1)}</body></message>";
        for (var cut = 1; cut < answers.Length; cut++)
        {
            tally.Open();
            Feed(new XmppProtocol("x", clients: 2), answers, cut, mayKeep: Marks.Length);
            Assert.Equal((cut, 2), (cut, tally.Arrived));
        }
    }

    [Fact]
    public void Who_is_not_let_into_an_IRC_or_XMPP_server_says_why()
    {
        var irc = Feed(new IrcProtocol("x", clients: 2, atOnce: 1), ":irc 433 * bx0 :Nickname is already in use\r\n", cut: 10);
        var xmpp = Feed(new XmppProtocol("x", clients: 2), "<stream:features></stream:features><failure><not-authorized/></failure>", cut: 10);

        Assert.Equal("the server said: :irc 433 * bx0 :Nickname is already in use", irc);
        Assert.Equal("the server said: <failure><not-authorized/></failure>", xmpp);
    }

    [Fact]
    public void What_a_server_of_another_protocol_says_first_is_told() =>
        Assert.Equal("the server said: HTTP/1.1 400 Bad Request", Feed(new LineProtocol("x", 1), "HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n", cut: 40));

    [Theory]
    [InlineData("HTTP/1.1 409 Conflict\r\nContent-Length: 40\r\n\r\n{\"detail\":\"the name is taken\",\"code\":\"x\"}", "the server answered 409: the name is taken")]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}", "the server is not understood: its answer has no \"token\":\"")]
    [InlineData("HTTP/1.1 201 Created\r\n\r\n{}", "the server is not understood: it does not say how long its answer is")]
    [InlineData("SSH-2.0-OpenSSH_9.2\r\n\r\n", "the server is not understood: it does not answer in HTTP/1.1")]
    [InlineData("HTTP/1.1 201 Created\r\nContent-Length: -5\r\n\r\n{}", "the server is not understood: it does not say how long its answer is")]
    [InlineData("HTTP/1.1 409 \u001b[2J\r\nContent-Length: 30\r\n\r\n{\"detail\":\"\u001b[2Jgone\u0007\",\"a\":\"b\"}", "the server answered 409: [2Jgone")]
    public void What_is_no_session_says_what_it_is(string answer, string reason) =>
        Assert.Equal(reason, Feed(new HttpProtocol("host", "x", clients: 1, rooms: 1, wait: 0), answer, cut: answer.Length));

    [Theory]
    [InlineData("7fffffff\r\n")]
    [InlineData("7ffffff0\r\nx\r\n7ffffff0\r\n")]
    public void A_chunk_longer_than_any_answer_is_waited_for_and_no_mistake_of_the_program(string chunks)
    {
        var answer = "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks;

        Assert.Null(Feed(new HttpProtocol("host", "x", clients: 1, rooms: 1, wait: 0), answer, cut: answer.Length, mayKeep: answer.Length));
    }

    private string Message(int number) => Encoding.ASCII.GetString(marks.Text(number));

    // Gives a new client these answers in two pieces, of which it may want the end again; says why it is of no use any more.
    private string? Feed(IProtocol protocol, string answers, int cut, int mayKeep = 0)
    {
        var dialogue = protocol.Client(0);
        var connection = new Connection(key: 0, client: 0, dialogue);
        var turn = new Turn(marks, tally, protocol);
        dialogue.Begin(turn.Of(connection, now: 0));
        var bytes = Encoding.ASCII.GetBytes(answers);

        var taken = dialogue.Take(bytes.AsSpan(0, cut), turn.Of(connection, now: 0));
        if (turn.Failure is null && cut < bytes.Length) taken += dialogue.Take(bytes.AsSpan(taken), turn.Of(connection, now: 0));
        if (turn.Failure is null) Assert.InRange(bytes.Length - taken, 0, mayKeep);
        return turn.Failure;
    }
}
