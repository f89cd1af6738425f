using Snug.Client;

internal static class PingBot
{
    public static async Task RunAsync(Uri server, CancellationToken stop)
    {
        using var chat = await ChatClient.EnterAsync(server, "pingbot", cancel: stop);

        await foreach (var happened in chat.ReadEventsAsync(cancel: stop))
        {
            if (happened is MessagePosted { Message: { Text: "ping" } ping })
                await chat.PostAsync(ping.Room, new NewMessage("pong") { Nonce = $"pong-{ping.Id}" }, stop);
        }
    }
}
