using System.Buffers.Text;

namespace Snug.Load.Protocols.Http;

/// <summary>A client who comes in, finds its room, and hears.</summary>
internal sealed class HttpClientDialogue(HttpProtocol protocol, int number) : HttpDialogue
{
    // A page of 500 events, which is the most that one answer has, is longer than this: more may be waiting behind it.
    private const int FullPage = 100_000;

    private const int LongestCursor = 64;

    private readonly byte[] cursor = new byte[LongestCursor];
    private int cursorLength;
    private Stage stage;

    private enum Stage
    {
        ComingIn, OpeningRoom, JoiningRoom, In,
    }

    public byte[] Token { get; private set; } = [];

    public long Room => protocol.RoomOf(number);

    public override void Begin(Turn turn) => protocol.Requests.Enter(turn, protocol.NameOf(number));

    public override void Poll(Turn turn) => protocol.Requests.Poll(turn, Token, cursor.AsSpan(0, cursorLength), protocol.Wait);

    protected override bool IsLong(int status) => stage == Stage.In && status == 200;

    protected override void EndLong(ReadOnlySpan<byte> ending, int whole, Turn turn)
    {
        KeepCursor(ending);
        Answered(turn, askAgain: !protocol.IsPolled || whole > FullPage);
    }

    protected override void Understand(int status, ReadOnlySpan<byte> body, Turn turn)
    {
        if (status >= 400) turn.Fail(Describe(status, body));
        else if (stage == Stage.In) Answered(turn, askAgain: !protocol.IsPolled);
        else GoOn(body, turn);
    }

    private void GoOn(ReadOnlySpan<byte> body, Turn turn)
    {
        switch (stage)
        {
            case Stage.ComingIn:
                Token = Field(body, "\"token\":\""u8, "\""u8).ToArray();
                KeepCursor(body);
                FindRoom(turn);
                break;
            case Stage.OpeningRoom:
                var id = Field(body, "{\"id\":"u8, ","u8);
                protocol.Opened(number, Utf8Parser.TryParse(id, out long room, out _) ? room : throw new FormatException("a room has no number"));
                Settle(turn);
                break;
            default:
                Settle(turn);
                break;
        }
    }

    private void FindRoom(Turn turn)
    {
        if (protocol.IsOpener(number))
        {
            stage = Stage.OpeningRoom;
            protocol.Requests.OpenRoom(turn, Token, protocol.RoomName(number));
        }
        else if (protocol.HasRooms)
        {
            stage = Stage.JoiningRoom;
            protocol.Requests.JoinRoom(turn, Token, Room);
        }
        else Settle(turn);
    }

    private void Settle(Turn turn)
    {
        stage = Stage.In;
        turn.Enter();
        if (!protocol.IsPolled) Poll(turn);
    }

    private void Answered(Turn turn, bool askAgain)
    {
        turn.Answer();
        if (askAgain) Poll(turn);
    }

    private void KeepCursor(ReadOnlySpan<byte> json)
    {
        var next = Field(json, "\"next\":\""u8, "\""u8);
        if (!next.TryCopyTo(cursor)) throw new FormatException("its cursors are very long");
        cursorLength = next.Length;
    }
}
