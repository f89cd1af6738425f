using Snug.Client;
using Snug.Desktop.Accounts;
using Snug.Desktop.Gtk;
using Snug.Desktop.Settings;
using Snug.Desktop.View.Accounts;

namespace Snug.Desktop;

/// <summary>Comes into a chat over the HTTP API: with the session that is kept, else anew; and asks the person where it takes more than a name.</summary>
internal sealed class HttpEntry(TokenStore tokens, WindowStateFile windows, TimeProvider time)
{
    public TimeProvider Time => time;

    /// <param name="url">Where the chat is; null where the person is to say it.</param>
    /// <param name="name">Who comes in; null where the person is to say it.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <returns>Null when the person has closed the window that asked.</returns>
    /// <exception cref="ChatException">The chat could not be entered, and no other answer of the person's would change that.</exception>
    public async Task<HttpTalk?> EnterAsync(Uri? url, string? name, CancellationToken cancel)
    {
        if (url is null || name is null) return await AskAsync(null, Suggest(url, name), cancel);
        try
        {
            return await ComeInAsync(url, new Entrance(name), cancel);
        }
        catch (RefusedException no)
        {
            return await AskAsync(null, new EntryAsk(url, name) { Failure = no }, cancel);
        }
    }

    /// <summary>Somebody's session has ended while they were there: asks them in again.</summary>
    /// <param name="was">Where they were; it is closed.</param>
    /// <param name="over">The window that they were in.</param>
    /// <param name="cancel">Gives it up.</param>
    /// <returns>Null when the person has closed the window that asked.</returns>
    public async Task<HttpTalk?> ComeBackAsync(HttpTalk was, Window over, CancellationToken cancel)
    {
        var name = was.Chat.Me;
        await tokens.ForgetAsync(was.Url, name);
        await was.DisposeAsync();
        var password = was.Chat.Api!.IsMember ? PasswordWanted.Own : PasswordWanted.No;
        var talk = await AskAsync(over, new EntryAsk(was.Url, name) { WasPutOut = true, Password = password }, cancel);
        talk?.GoOnFrom(was);
        return talk;
    }

    /// <summary>Keeps a session, or forgets it where there is none any more.</summary>
    public Task KeepAsync(Uri url, string name, Session? session) =>
        session is null ? tokens.ForgetAsync(url, name) : tokens.WriteAsync(url, session);

    /// <summary>The room that somebody was in when their window closed.</summary>
    public long? LastRoom(Uri url, string name) => windows.Read().RoomOf(url, name);

    private async Task<HttpTalk?> AskAsync(Window? over, EntryAsk ask, CancellationToken cancel)
    {
        HttpTalk? talk = null;
        await EntryDialog.AskAsync(over, ask, async (given, closed) => talk = await ComeInAsync(given.Server, given.Entrance, closed), time, cancel);
        return talk;
    }

    // Where one was last is where one mostly wants to go again.
    private EntryAsk Suggest(Uri? url, string? name)
    {
        var last = windows.Read().Rooms.FirstOrDefault(last => url is null || last.Server == url.GetLeftPart(UriPartial.Authority));
        var ask = new EntryAsk(url, name ?? last?.Name ?? "");
        return last is null ? ask : ask with { Address = last.Server };
    }

    private async Task<HttpTalk> ComeInAsync(Uri url, Entrance entrance, CancellationToken cancel)
    {
        var kept = entrance.Password is null ? await tokens.ReadAsync(url, entrance.Name) : null;
        return kept is null ? await HttpTalk.EnterAsync(url, entrance, this, cancel) : await HttpTalk.ResumeAsync(url, kept, this);
    }
}
