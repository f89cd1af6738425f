using Snug.Server.Store;

namespace Snug.Server.Events;

/// <content>The writer's thread, which alone commits, takes in what others wrote, and changes what readers see.</content>
internal sealed partial class Log
{
    private void WriteUntilClosed()
    {
        var batch = new List<Pending>(Limits.LogBatch);
        var waiting = queue.Reader;
        while (WaitForMore())
        {
            while (batch.Count < Limits.LogBatch && waiting.TryRead(out var next))
                if (next.TryTake()) batch.Add(next);
            var looks = batch.FindAll(pending => pending.Wanted is LookForNews);
            var changes = batch.FindAll(pending => pending.Wanted is not LookForNews);
            // A commit takes in all that others had written before it.
            var hasLooked = (changes.Count > 0 && Commit(changes)) || (looks.Count > 0 && Look());
            foreach (var look in looks) look.Finish(hasLooked ? new Outcome.Done() : new Outcome.Failed());
            batch.Clear();
        }
    }

    // Whether anything waits, or ever will. Asleep at once: a task that is waited for is first looked at again and again, which costs more than the waking.
    private bool WaitForMore()
    {
        var more = queue.Reader.WaitToReadAsync().AsTask();
        if (!more.IsCompleted)
        {
            awake.Reset();
            more.GetAwaiter().UnsafeOnCompleted(awake.Set);
            awake.Wait();
        }
        return more.GetAwaiter().GetResult();
    }

    // Returns whether all that was in the log before the batch is known now.
    private bool Commit(List<Pending> batch)
    {
        try
        {
            var began = time.GetTimestamp();
            var appended = store.Append(batch.ConvertAll(pending => pending.Wanted));
            meter.CommitDuration.Record(time.GetElapsedTime(began).TotalSeconds);
            meter.CommitSize.Record(batch.Count);
            Show(batch, appended);
            if (failing) LogWritingAgain();
            failing = false;
            for (var i = 0; i < batch.Count; i++) batch[i].Finish(appended.Outcomes[i]);
            return appended.LastId > 0;
        }
        catch (Exception failure)
        {
            // One line for a fault that lasts, however many posts it refuses.
            if (!failing) LogCannotWrite(failure.Message, failure is StoreException ? null : failure);
            failing = true;
            foreach (var pending in batch) pending.Finish(new Outcome.Failed());
            return false;
        }
    }

    private bool Look()
    {
        try
        {
            while (TakeIn([], long.MaxValue) == Limits.NewsPage)
            {
                // Far behind, it comes in pages.
            }
            return true;
        }
        catch (Exception failure)
        {
            if (!failing) LogCannotRead(failure.Message, failure is StoreException ? null : failure);
            return false;
        }
    }

    private void Show(List<Pending> batch, Appended appended)
    {
        var own = new List<Happening>(batch.Count);
        for (var i = 0; i < batch.Count; i++)
        {
            var wanted = batch[i].Wanted;
            if (appended.Outcomes[i] is Outcome.Happened { Event: var happened })
            {
                if (happened is MessageEvent) meter.Posts.Add(1);
                own.Add(new(happened.Id, happened, wanted is OpenRoom open ? [.. open.Members.Select(member => member.Id)] : [], null, IsOwn: true));
            }
            else if (appended.Outcomes[i] is Outcome.Done { Id: > 0 and var id })
            {
                own.Add(new(id, null, [], (SharedChange)wanted, IsOwn: true));
            }
        }
        own.Sort((one, other) => one.Id.CompareTo(other.Id));
        // What others have written in between is shown in its place.
        while (state.Known < appended.Before) TakeIn(own, appended.Before);
        if (state.Known < appended.LastId) state.TakeIn(own.FindAll(one => one.Id > state.Known), appended.LastId, Heard);
    }

    // Takes in a page of the others' news up to an id with what this server wrote among it; returns how many ids that were.
    private long TakeIn(List<Happening> own, long upTo)
    {
        var after = state.Known;
        var news = store.ReadNews(after, upTo);
        var known = own.Select(one => one.Id).ToHashSet();
        var all = news.Happenings.Where(one => !known.Contains(one.Id)).Concat(own.Where(one => one.Id > after && one.Id <= news.UpTo));
        state.TakeIn([.. all.OrderBy(one => one.Id)], news.UpTo, Heard);
        return news.UpTo - after;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "cannot store what happens, and refuses it until it can: {Reason}")]
    private partial void LogCannotWrite(string reason, Exception? bug);

    [LoggerMessage(Level = LogLevel.Error, Message = "cannot read what other servers have written: {Reason}")]
    private partial void LogCannotRead(string reason, Exception? bug);

    [LoggerMessage(Level = LogLevel.Information, Message = "stores what happens again")]
    private partial void LogWritingAgain();
}
