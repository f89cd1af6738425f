using Snug.Client;
using Snug.Desktop.Gtk;
using Snug.Desktop.Model;
using Snug.Desktop.Model.OverHttp;
using Snug.Desktop.View.Messages;
using Snug.Desktop.View.Writing;

namespace Snug.Desktop.View;

/// <summary>Does what is asked for with a message, and tells what went wrong.</summary>
internal sealed class MessageDeeds(Window window, Chat chat, ChatApi api, Composer composer) : IMessageDeeds
{
    private readonly Originals originals = new(chat, api.History);

    /// <summary>What shows a message in its room.</summary>
    public required Func<ChatRoom, long, Task> Revealer { get; init; }

    public void Reply(Message message) => composer.Reply(message);

    public void Edit(Message message) => composer.Edit(message);

    public void Delete(Message message) => _ = TryAsync(Texts.Current.MessageNotDeleted, async () =>
    {
        if (await IsSureAsync()) await api.DeleteAsync(message);
    });

    public void React(Message message, string emoji) => _ = TryAsync(Texts.Current.NotReacted, () => api.ReactAsync(message, emoji));

    public void Reveal(long message) => _ = TryAsync(Texts.Current.MessageNotFound, () => Revealer(chat.Open, message));

    public void Retry(Said said)
    {
        if (chat.Speaker.TrySay(chat.Open, said.Pending!.Message, said.Pending.Files)) Discard(said);
    }

    public void Discard(Said said) => chat.Open.Conversation.Remove(said.Key);

    public Message? OriginalOf(Said said) => originals.Of(said);

    // A message stands next to what else its menu has, and nothing brings it back.
    private async Task<bool> IsSureAsync()
    {
        using var ui = new Builder("delete-message.ui");
        return await ui.Get<MessageDialog>("dialog").AskAsync(window) == "delete";
    }

    private async Task TryAsync(string failed, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (ChatException failure)
        {
            chat.Tell(failed, Texts.Current.Explain(failure));
        }
    }
}
