using System.Globalization;
using Snug.Bench.Tidying;
using Snug.Protocol;
using Snug.Server.Store;
using Snug.Server.Store.Sqlite;

namespace Snug.Bench.Keeping;

/// <summary>
/// The data folder of a chat with many messages, written by the server's own store and search index. Each size is made once in a run of
/// the suite, in the temporary folder, and is gone with it.
/// </summary>
internal static class LargeChat
{
    // So many in one transaction: the disk is waited for once each time.
    private const int AtOnce = 10_000;

    private const int Authors = 200, Words = 20_000;

    private static readonly string[] Syllables = ["ka", "ri", "to", "men", "sul", "bo", "ne", "far", "di", "ga", "lo", "pu", "ster", "vi", "an", "che", "mo", "ul", "ze", "hin"];
    private static readonly DateTime Beginning = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly Dictionary<int, TempFolder> Made = [];

    /// <summary>A room besides the lobby, with one message of a thousand.</summary>
    public const string SmallRoom = "small";

    /// <param name="messages">How many.</param>
    /// <returns>The data folder; it is there until the run ends.</returns>
    public static string Of(int messages)
    {
        if (Made.TryGetValue(messages, out var known)) return known.Path;

        var folder = new TempFolder();
        Fill(folder.Path, messages);
        Made[messages] = folder;
        return folder.Path;
    }

    /// <summary>A word of its language: the smaller the number, the more often it is said.</summary>
    public static string Word(int number)
    {
        var word = "";
        for (var rest = number + Syllables.Length; rest > 0; rest /= Syllables.Length) word += Syllables[rest % Syllables.Length];
        return word;
    }

    private static void Fill(string path, int messages)
    {
        using var folder = DataFolder.Take(path);
        using var store = SqliteStore.Open(folder.Database);
        var authors = Enumerable.Range(1, Authors).Select(id => new UserRecord(id, Name($"author{id}"))).ToList();
        var opened = store.Append([new OpenRoom(new(0, SmallRoom, "", RoomKind.Public), "room:" + SmallRoom, [authors[0]], Beginning)]).Outcomes[0];
        var small = opened is Server.Store.Outcome.Happened { Event: var happened } ? happened.Room : throw new InvalidOperationException("the room was not opened");
        var random = new Random(1);
        for (var done = 0; done < messages; done += AtOnce)
            store.Append([.. Enumerable.Range(done, Math.Min(AtOnce, messages - done)).Select(number => Message(number, authors[random.Next(Authors)], small, random))]);

        using var index = new SearchIndex(folder, store.ReadWorld(), store);
        while (index.UpTo < store.LastId)
        {
            var (entries, upTo) = store.Read(connection => SearchQueries.ChangesAfter(connection, index.UpTo, store.LastId));
            index.Write(entries, upTo);
        }
    }

    private static PostMessage Message(int number, UserRecord author, long small, Random random) => new(
        author,
        new()
        {
            Id = 0, Room = number % 1_000 == 0 ? small : RoomRecord.Lobby, From = author.Ref, At = Beginning.AddSeconds(number), Text = Text(random),
            Nonce = number.ToString("x8", CultureInfo.InvariantCulture),
        },
        []);

    // Three to twenty words, the common ones far more often.
    private static string Text(Random random) =>
        string.Join(' ', Enumerable.Range(0, random.Next(3, 20)).Select(_ => Word((int)(Math.Pow(random.NextDouble(), 4) * Words))));

    private static UserName Name(string name) => UserName.TryParse(name, out var parsed) ? parsed : throw new ArgumentException("not a name", nameof(name));
}
