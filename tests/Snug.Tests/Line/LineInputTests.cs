using System.Text;
using Snug.Protocol;
using Snug.Server.Doors.Line;

namespace Snug.Tests.Line;

public class LineInputTests
{
    [Fact]
    public void However_the_bytes_are_cut_the_lines_are_the_same()
    {
        var random = new Random(5450);
        var lines = Enumerable.Range(0, 400).Select(i => $"{i} " + new string('x', random.Next(4) == 0 ? random.Next(LineProtocol.MaxRequestBytes - 9) : random.Next(20))).ToList();
        var bytes = Encoding.ASCII.GetBytes(string.Concat(lines.Select((line, i) => line + (i % 3 == 0 ? "\r\n" : "\n"))));

        foreach (var most in new[] { 1, 7, 1_000, 20_000 })
        {
            var input = new LineInput();
            var taken = new List<string>();
            for (var at = 0; at < bytes.Length;)
            {
                var room = input.MakeRoom();
                var count = Math.Min(Math.Min(room.Length, random.Next(1, most + 1)), bytes.Length - at);
                bytes.AsSpan(at, count).CopyTo(room.Span);
                input.Add(count);
                at += count;
                TakeAll(input, taken, shrinkBetween: random.Next(2) == 0);
            }
            Assert.Equal(lines, taken);
        }
    }

    [Fact]
    public void There_is_room_until_a_line_is_too_long()
    {
        var input = new LineInput();
        for (var received = 0; received < LineProtocol.MaxRequestBytes + 1; received++)
        {
            input.MakeRoom().Span[0] = (byte)'x';
            input.Add(1);
            Assert.Equal(LineFrame.Partial, input.TryTake(out _));
            input.Shrink();
        }
        input.MakeRoom().Span[0] = (byte)'x';
        input.Add(1);

        Assert.Equal(LineFrame.TooLong, input.TryTake(out _));
    }

    [Fact]
    public void Answers_that_are_sent_in_pieces_stay_in_order()
    {
        var answers = new LineAnswers();
        var sent = new StringBuilder();
        var random = new Random(5450);
        for (var i = 0; i < 2_000; i++)
        {
            LineReplies.WriteError(answers, $"{i}");
            if (random.Next(3) == 0) Send(random.Next(answers.Length + 1));
        }
        Send(answers.Length);

        Assert.Equal(string.Concat(Enumerable.Range(0, 2_000).Select(i => $"ERROR: {i}\n")), sent.ToString());
        Assert.Equal(0, answers.Length);

        void Send(int count)
        {
            sent.Append(Encoding.ASCII.GetString(answers.Written.Span[..count]));
            answers.Drop(count);
        }
    }

    // Room is given back between two lines when the first of them has to wait.
    private static void TakeAll(LineInput input, List<string> taken, bool shrinkBetween)
    {
        while (input.TryTake(out var line) == LineFrame.Whole)
        {
            taken.Add(Encoding.ASCII.GetString(line));
            if (shrinkBetween) input.Shrink();
        }
        input.Shrink();
    }
}
