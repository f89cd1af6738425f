using System.Data.Common;
using Npgsql;
using Snug.Protocol;

namespace Snug.Server.Store.Postgres;

/// <summary>The log that several servers write to, in PostgreSQL: whoever holds the log's one row writes, so that ids become visible in order.</summary>
internal sealed class PostgresStore : IStore
{
    private readonly NpgsqlDataSource source;
    private readonly TimeProvider time;
    private readonly Turn turn;
    private readonly Neighbours neighbours;
    private NpgsqlConnection? connection;
    // The batch that was under way when the connection broke may be written.
    private Batch? lost;

    private PostgresStore(NpgsqlDataSource source, string place, TimeProvider time)
    {
        (this.source, Place, this.time) = (source, place, time);
        connection = source.OpenConnection();
        Id = connection.Query("SELECT id FROM chat", row => row.GetString(0), null)[0];
        turn = Turn.Begin(connection);
        neighbours = new(source, turn.Server, time);
    }

    public string Id { get; }

    public long Server => turn.Server;

    public bool IsAway => neighbours.IsAlone;

    /// <summary>Which database it is, for people: without a password.</summary>
    public string Place { get; }

    /// <summary>Opens the database, making or migrating its tables where needed, and takes a place among the servers of the chat.</summary>
    /// <exception cref="StoreException">It cannot be reached, is newer than this program, or cannot be written.</exception>
    public static PostgresStore Open(string connectionString, TimeProvider time)
    {
        var wanted = PostgresSetup.Read(connectionString);
        var place = PostgresSetup.PlaceOf(wanted);
        var source = NpgsqlDataSource.Create(wanted);
        try
        {
            PostgresSetup.Prepare(source);
            return new PostgresStore(source, place, time);
        }
        catch (Exception failure)
        {
            source.Dispose();
            if (!IsOfDatabase(failure)) throw;
            throw new StoreException($"the database ({place}) cannot be used: {OneLine(failure)}", failure);
        }
    }

    public World ReadWorld()
    {
        using var reader = source.OpenConnection();
        // All of it as it was at one moment: what comes later is news.
        using var transaction = reader.BeginTransaction(System.Data.IsolationLevel.RepeatableRead);
        return NewsReader.ReadWorld(reader, transaction);
    }

    public Appended Append(IReadOnlyList<Change> batch)
    {
        var deadline = time.GetTimestamp() + (long)(Limits.DatabaseWait.TotalSeconds * time.TimestampFrequency);
        var isPost = batch.Select(PostBatch.Takes).ToArray();
        var posts = batch.Where((_, i) => isPost[i]).ToList();
        var others = batch.Where((_, i) => !isPost[i]).ToList();

        // Nobody has been told of any of them: in what order they are written is open.
        var posted = posts.Count > 0 ? WriteAll(posts, some => new PostBatch(some), deadline) : null;
        var changed = others.Count > 0 ? WriteOthers(others, deadline, posted) : null;

        var (nextPost, nextOther) = (0, 0);
        return Join([.. isPost.Select(is_ => is_ ? posted!.Outcomes[nextPost++] : changed!.Outcomes[nextOther++])], [posted, changed]);
    }

    public News ReadNews(long after, long upTo)
    {
        try
        {
            return NewsReader.Read(Open(), after, upTo, turn.Server);
        }
        catch (ServerLostException reason)
        {
            neighbours.Lose(reason);
            throw new StoreException(reason.Message, reason);
        }
        catch (Exception failure) when (IsOfDatabase(failure))
        {
            Drop();
            throw new StoreException($"what other servers wrote could not be read: {OneLine(failure)}", failure);
        }
    }

    public T Read<T>(Func<DbConnection, T> reading)
    {
        if (neighbours.IsAlone) throw new StoreException("the database cannot be reached");
        try
        {
            using var reader = source.OpenConnection();
            return reading(reader);
        }
        catch (Exception failure) when (IsOfDatabase(failure))
        {
            throw new StoreException($"the database could not be read: {OneLine(failure)}", failure);
        }
    }

    public void Listen(IListener listener) => neighbours.Begin(listener);

    public void Dispose()
    {
        neighbours.Dispose();
        try
        {
            new ChangeBatch([new BuryServer(turn.Server)]).Write(Open(), turn);
        }
        catch (Exception failure) when (IsOfDatabase(failure) || failure is ServerLostException)
        {
            // The others find out by themselves, a few seconds later.
        }
        connection?.Dispose();
        source.Dispose();
    }

    // What has been posted before them stays posted, whatever becomes of these.
    private Appended WriteOthers(List<Change> others, long deadline, Appended? posted)
    {
        try
        {
            return WriteAll(others, some => new ChangeBatch(some), deadline);
        }
        catch (StoreException) when (posted is not null)
        {
            return new([.. others.Select(_ => new Outcome.Failed())], posted.LastId, posted.Before);
        }
    }

    // Posts go in one statement, whatever else one by one.
    private Appended WriteAll(List<Change> changes, Func<IReadOnlyList<Change>, Batch> batch, long deadline)
    {
        try
        {
            return Write(batch(changes), deadline);
        }
        catch (ServerLostException reason)
        {
            neighbours.Lose(reason);
            throw new StoreException(reason.Message, reason);
        }
        catch (Exception wrong) when (!IsOfDatabase(wrong) && wrong is not StoreException)
        {
            if (changes.Count == 1) return new([new Outcome.Failed()], 0, 0);
            // One that must not be does not sink the others.
            var alone = changes.ConvertAll(change => WriteAll([change], batch, deadline));
            return Join([.. alone.Select(one => one.Outcomes[0])], alone);
        }
    }

    // What was written one after the other; what came to nothing has no place in the log.
    private static Appended Join(IReadOnlyList<Outcome> outcomes, IEnumerable<Appended?> parts) =>
        parts.Where(part => part is { LastId: > 0 }).Aggregate(
            new Appended(outcomes, 0, 0),
            (all, next) => all with { LastId = next!.LastId, Before = next.Before == all.LastId && all.LastId > 0 ? all.Before : next.Before });

    // While the database is away, or changes its host, it is tried again until the deadline.
    private Appended Write(Batch batch, long deadline)
    {
        while (true)
        {
            try
            {
                if (TryRecover(batch) is { } written) return written;
                lost = batch;
                var appended = batch.Write(Open(), turn);
                lost = null;
                turn.Next();
                return appended;
            }
            catch (Exception failure) when (IsOfDatabase(failure))
            {
                Drop();
                if (time.GetTimestamp() >= deadline) throw new StoreException($"what happens could not be stored: {OneLine(failure)}", failure);
                neighbours.Pause(Limits.DatabaseRetry);
            }
            catch (Exception failure) when (failure is not ServerLostException)
            {
                // PostgreSQL answered: nothing of it is written. The connection may be in the middle of something.
                lost = null;
                Drop();
                throw;
            }
        }
    }

    // Null when the batch is still to be written.
    private Appended? TryRecover(Batch batch)
    {
        if (lost is null) return null;
        var upTo = turn.Resolve(Open());
        var isThis = lost == batch;
        lost = null;
        return upTo is { } id && isThis ? batch.Recover(Open(), id) : null;
    }

    private NpgsqlConnection Open() => connection ??= source.OpenConnection();

    private void Drop()
    {
        connection?.Dispose();
        connection = null;
    }

    // Not what PostgreSQL says of a statement: what it cannot do now, or at all, for anybody.
    private static bool IsOfDatabase(Exception failure) => failure switch
    {
        PostgresException { SqlState: ['0', '8', ..] or ['2', '5', ..] or ['4', '0', ..] or ['5', '3' or '7' or '8', ..] or ['X', 'X', ..] or ['2', '8', ..] or ['3', 'D', ..] or ['4', '2', '5', '0', '1'] } => true,
        PostgresException => false,
        NpgsqlException or TimeoutException or IOException or System.Net.Sockets.SocketException => true,
        _ => false,
    };

    // Of several hosts each has its reason, and of a connection that was not made the reason stands within.
    private static string OneLine(Exception failure) => failure switch
    {
        { InnerException: AggregateException hosts } => string.Join("; ", hosts.InnerExceptions.Select(OneLine)),
        PostgresException or { InnerException: null } => LineText.OneLine(failure.Message),
        _ => $"{LineText.OneLine(failure.Message).TrimEnd('.')}: {OneLine(failure.InnerException)}",
    };
}
