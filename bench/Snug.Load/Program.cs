using System.Net;
using Snug.Load.Counting;
using Snug.Load.Crowds;
using Snug.Load.Protocols;

namespace Snug.Load;

internal static class Program
{
    private static int Main(string[] words)
    {
        var scenario = new Scenario { Clients = int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture), Pace = Pace.Rate(double.Parse(words[2], System.Globalization.CultureInfo.InvariantCulture)), Length = TimeSpan.FromSeconds(int.Parse(words[3], System.Globalization.CultureInfo.InvariantCulture)) };
        var marks = new Marks(scenario.TextLength);
        var protocol = new LineProtocol(marks.Run, scenario.Clients);
        using var crowd = new Crowd(scenario, protocol, IPEndPoint.Parse(words[0]), marks, TimeProvider.System, new Random(1));
        crowd.Enter(default);
        crowd.Speak(scenario.Pace);
        crowd.Run(() => false, scenario.WarmUp, default);
        crowd.Tally.Open();
        crowd.Run(() => false, scenario.Length, default);
        crowd.Tally.Close();
        crowd.Speak(Pace.Silent);
        crowd.Run(() => crowd.Tally.IsSettled, TimeSpan.FromSeconds(5), default);
        var t = crowd.Tally;
        Console.WriteLine($"polls {t.Polls} late {t.LatePolls} said {t.Said} ack {t.Acknowledged} refused {t.Refused} delivered {t.Delivered} owed {t.Owed} lost {t.Lost} {t.LossReason}");
        foreach (var h in new[] { t.PollTimes, t.AcknowledgeTimes, t.ReadTimes }) Console.WriteLine($"{h.Count} {h.Within(.5)} {h.Within(.99)} {h.Longest/1000.0}");
        crowd.Leave(default);
        return 0;
    }
}
