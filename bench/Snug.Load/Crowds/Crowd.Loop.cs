using Snug.Load.Sockets;

namespace Snug.Load.Crowds;

// What one turn of the loop does: polls that are due, messages that are due, whatever has come.
internal sealed partial class Crowd
{
    private bool isLeaving;

    private void Step(long end, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var now = time.GetTimestamp();
        SendPolls(now);
        SendMessages(now);

        var next = Math.Min(Math.Min(polls.NextDue, speakers.NextDue), Math.Min(end, now + LongestSleep));
        var ready = network.Poller.Wait(Math.Max(0, next - time.GetTimestamp()));
        for (var i = 0; i < ready; i++)
        {
            var (key, canRead, canWrite) = network.Poller.Ready(i);
            var connection = connections[key];
            if (!connection.IsOpen) continue;
            if (connection.IsConnecting) Begin(connection);
            else
            {
                if (canWrite && network.SendRest(connection) is { } failure) Lose(connection, failure);
                if (canRead && connection.IsOpen) Receive(connection);
            }
        }
    }

    private void SendPolls(long now)
    {
        for (var i = 0; i < PollsInARow && polls.Take(now) is >= 0 and var key; i++)
        {
            var connection = connections[key];
            if (!connection.IsOpen) continue;
            polls.Add(key, now + Jittered());
            if (connection.AskedAt != 0)
            {
                Tally.SkipPoll();
                continue;
            }
            connection.AskedAt = time.GetTimestamp();
            connection.Dialogue.Poll(turn.Of(connection, connection.AskedAt));
            Finish(connection);
        }
    }

    // From 20 % too early to 20 % too late: people do not start their clients together, nor do their clocks go alike.
    private long Jittered() => interval + (long)((random.NextDouble() - 0.5) * 0.4 * interval);

    private void SendMessages(long now)
    {
        while (speakers.Take(now, out var due) is { } speaker)
        {
            if (!speaker.IsOpen)
            {
                speakers.Lose();
                continue;
            }
            speaker.Saying = Tally.Say(due);
            speaker.Dialogue.Say(marks.Text(speaker.Saying), turn.Of(speaker, now));
            Finish(speaker);
        }
    }

    private void Begin(Connection connection)
    {
        if (network.Connected(connection) is { } failure)
        {
            Lose(connection, failure);
            return;
        }
        connection.Dialogue.Begin(turn.Of(connection, time.GetTimestamp()));
        Finish(connection);
    }

    private void Receive(Connection connection)
    {
        if (network.Receive(connection, out var bytes) is { } failure)
        {
            Lose(connection, failure);
            return;
        }
        if (bytes.IsEmpty) return;
        var taken = connection.Dialogue.Take(bytes, turn.Of(connection, time.GetTimestamp()));
        if (!connection.Unread.TryKeep(bytes[taken..])) turn.Fail("its answer has no end");
        Finish(connection);
    }

    // What the dialogue has written and told in its turn.
    private void Finish(Connection connection)
    {
        if (!turn.Written.IsEmpty && network.Send(connection, turn.Written) is { } unsent) turn.Fail(unsent);
        if (turn.HasSaid) speakers.Return(connection, turn.IsRefused, turn.Now);
        if (turn.Failure is { } failure) Lose(connection, failure);
        else if (turn.HasEntered) Settle(connection);
    }

    private void Settle(Connection connection)
    {
        connection.IsIn = true;
        unsettled--;
        if (isLeaving) Network.Close(connection);
        else if (protocol.IsPolled && Scenario.IsHeard && connection.Key < Scenario.Clients)
            polls.Add(connection.Key, time.GetTimestamp() + (long)(random.NextDouble() * interval));
    }

    private void Lose(Connection connection, string reason)
    {
        Network.Close(connection);
        if (connection.Saying >= 0)
        {
            Tally.Abandon(connection.Saying);
            speakers.Lose();
        }
        if (connection.IsIn)
        {
            Tally.Lose(reason);
            return;
        }
        unsettled--;
        if (!isLeaving) throw new LoadException($"client {connection.Client + 1} of {Scenario.Clients} cannot come in: {reason}");
    }
}
