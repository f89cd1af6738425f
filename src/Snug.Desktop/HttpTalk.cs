using System.Globalization;
using Snug.Client;
using Snug.Desktop.Accounts;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;
using Snug.Desktop.Settings;

namespace Snug.Desktop;

/// <summary>The chat over the HTTP API: all that it can do, and who closes the window can come back to it.</summary>
internal sealed class HttpTalk : ITalk
{
    // Windows' ERROR_SHARING_VIOLATION, and EWOULDBLOCK of Linux and macOS: as .NET tells of a file that another program holds.
    private const int HeldOnWindows = unchecked((int)0x80070020), HeldOnLinux = 11, HeldOnMac = 35;

    private readonly ChatClient client;
    private readonly DurableSpeaker speaker;
    private readonly EventEffects effects;
    private readonly HttpSession session;

    private HttpTalk(ChatClient client, HttpEntry entry, Uri url, Trouble trouble)
    {
        this.client = client;
        Url = url;
        var main = SynchronizationContext.Current!;
        speaker = new DurableSpeaker(client, Path.Combine(Folders.Data, FolderOf(url)), main);
        var api = new ChatApi(client) { Keep = kept => entry.KeepAsync(url, client.Session.User.Name, kept) };
        Chat = new Chat(client.Session.User.Name, url.Authority, entry.Time) { Speaker = speaker, Api = api };
        Chat.Rooms.Add(Chat.Open);
        effects = new EventEffects(Chat, client.Session.User.Id);
        api.Attach(Chat, effects);
        session = new HttpSession(Chat, client, effects, entry.LastRoom(url, Chat.Me), entry.Time);
        trouble.Told = what => main.Post(_ => Hear(what), null);
        Chat.OpenChanged += () => _ = Quietly.DoAsync(() => api.History.LoadAsync(Chat.Open));
    }

    public Chat Chat { get; }

    public Uri Url { get; }

    /// <summary>Goes on with a session that was kept, whether or not the server is there.</summary>
    /// <exception cref="NotHereException">Another window has this name open, or what waits to be sent has no place.</exception>
    public static Task<HttpTalk> ResumeAsync(Uri url, Session kept, HttpEntry entry)
    {
        var trouble = new Trouble();
        return OpenAsync(ChatClient.Resume(url, kept, new ChatOptions { Trouble = trouble, Time = entry.Time }), entry, url, trouble);
    }

    /// <exception cref="ChatException">The chat could not be entered.</exception>
    public static async Task<HttpTalk> EnterAsync(Uri url, Entrance entrance, HttpEntry entry, CancellationToken cancel)
    {
        var trouble = new Trouble();
        var client = await ChatClient.EnterAsync(url, entrance, new ChatOptions { Trouble = trouble, Time = entry.Time }, cancel);
        await entry.KeepAsync(url, client.Session.User.Name, client.Session);
        return await OpenAsync(client, entry, url, trouble);
    }

    /// <summary>Takes over what was begun, and what was not sent where it can no longer be sent in the same name.</summary>
    public void GoOnFrom(HttpTalk was)
    {
        var isSame = was.client.Session.User.Id == client.Session.User.Id;
        foreach (var old in was.Chat.Rooms.All)
        {
            var unsent = isSame ? [] : old.Conversation.Lines.OfType<Said>().Where(said => said.Pending is not null).Select(said => said.Text);
            var draft = string.Join('\n', unsent.Append(old.Draft).Where(text => text.Length > 0));
            if (draft.Length == 0) continue;
            if (Chat.Rooms.Find(old.Id) is null) Chat.Rooms.Add(new ChatRoom(old.Info));
            Chat.Rooms.Find(old.Id)!.Draft = draft;
        }
    }

    public async Task RunAsync(CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var talking = session.RunAsync(over.Token);
        var first = await Task.WhenAny(talking, speaker.Ended);
        await over.CancelAsync();
        await talking.ConfigureAwait(ConfigureAwaitOptions.ContinueOnCapturedContext | ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    public async ValueTask DisposeAsync()
    {
        await speaker.DisposeAsync();
        client.Dispose();
    }

    private static async Task<HttpTalk> OpenAsync(ChatClient client, HttpEntry entry, Uri url, Trouble trouble)
    {
        try
        {
            var talk = new HttpTalk(client, entry, url, trouble);
            await talk.speaker.AttachAsync(talk.Chat, talk.effects);
            return talk;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            client.Dispose();
            var isHeld = failure.HResult is HeldOnWindows or HeldOnLinux or HeldOnMac;
            throw new NotHereException(
                isHeld ? Texts.Current.OpenElsewhere(client.Session.User.Name) : Texts.Current.OutboxUnusable(failure.Message), failure);
        }
    }

    private void Hear(ChatException? trouble)
    {
        var wasAway = !Chat.IsConnected;
        Chat.Set(trouble is null ? LinkState.Connected : LinkState.Lost);
        if (wasAway && trouble is null) _ = session.ReturnAsync();
    }

    // One for each server: users are counted anew at each.
    private static string FolderOf(Uri url) => string.Create(CultureInfo.InvariantCulture, $"{url.Scheme}-{url.Host.Replace(':', '-')}-{url.Port}");

    private sealed class Trouble : IProgress<ChatException?>
    {
        public Action<ChatException?> Told { get; set; } = _ => { };

        public void Report(ChatException? value) => Told(value);
    }
}
