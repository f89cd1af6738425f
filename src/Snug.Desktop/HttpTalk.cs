using System.Globalization;
using Snug.Client;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;

namespace Snug.Desktop;

/// <summary>The chat over the HTTP API: all that it can do, and who closes the window can come back to it.</summary>
internal sealed class HttpTalk : ITalk
{
    private readonly ChatClient client;
    private readonly DurableSpeaker speaker;
    private readonly EventEffects effects;
    private readonly HttpSession session;

    private HttpTalk(ChatClient client, Uri url, Trouble trouble, SynchronizationContext main, TimeProvider time)
    {
        this.client = client;
        speaker = new DurableSpeaker(client, Path.Combine(DataFolder(), FolderOf(url)), main);
        var api = new ChatApi(client);
        Chat = new Chat(client.Session.User.Name, url.Authority, time) { Speaker = speaker, Api = api };
        Chat.Rooms.Add(Chat.Open);
        effects = new EventEffects(Chat, client.Session.User.Id);
        api.Attach(Chat, effects);
        session = new HttpSession(Chat, client, effects, time);
        trouble.Told = what => main.Post(_ => Hear(what), null);
        Chat.OpenChanged += () => _ = Quietly.DoAsync(() => api.History.LoadAsync(Chat.Open));
    }

    public Chat Chat { get; }

    /// <exception cref="ChatException">The chat could not be entered.</exception>
    /// <exception cref="IOException">Another window has this name's outbox open.</exception>
    public static async Task<ITalk> EnterAsync(Uri url, string name, TimeProvider time, CancellationToken cancel)
    {
        var main = SynchronizationContext.Current!;
        var trouble = new Trouble();
        var client = await ChatClient.EnterAsync(url, name, new ChatOptions { Trouble = trouble, Time = time }, cancel);
        var talk = new HttpTalk(client, url, trouble, main, time);
        await talk.speaker.AttachAsync(talk.Chat, talk.effects);
        return talk;
    }

    public Task RunAsync(CancellationToken cancel) => session.RunAsync(cancel);

    public async ValueTask DisposeAsync()
    {
        await speaker.DisposeAsync();
        client.Dispose();
    }

    private void Hear(ChatException? trouble)
    {
        var wasAway = !Chat.IsConnected;
        Chat.Set(trouble is null ? LinkState.Connected : LinkState.Lost);
        if (wasAway && trouble is null) _ = session.ReturnAsync();
    }

    private static string DataFolder() => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "snug");

    // One for each server: users are counted anew at each.
    private static string FolderOf(Uri url) => string.Create(CultureInfo.InvariantCulture, $"{url.Scheme}-{url.Host.Replace(':', '-')}-{url.Port}");

    private sealed class Trouble : IProgress<ChatException?>
    {
        public Action<ChatException?> Told { get; set; } = _ => { };

        public void Report(ChatException? value) => Told(value);
    }
}
