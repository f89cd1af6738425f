using Snug.Server.Doors;
using Snug.Server.Events;
using Snug.Server.Metrics;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Serving;

/// <summary>What stands behind the doors.</summary>
internal static class ChatServices
{
    public static void AddChat(this IServiceCollection services) => services
        .AddSingleton(provider => provider.GetRequiredService<IStore>().ReadWorld())
        .AddSingleton<EventEncoding>()
        .AddSingleton(provider => new ChatState(provider.GetRequiredService<World>(), provider.GetRequiredService<EventEncoding>()))
        .AddSingleton<ChatMeter>()
        .AddSingleton<PrometheusText>()
        .AddSingleton<Log>()
        .AddSingleton<UserIds>()
        .AddSingleton<Presence>()
        .AddSingleton<Sessions>()
        .AddSingleton<SessionKeeper>()
        .AddSingleton<Bans>()
        .AddSingleton<SharedLimits>()
        .AddSingleton<PresenceTeller>()
        .AddSingleton<OtherServers>()
        .AddSingleton<AddressLimits>()
        .AddSingleton<Invites>()
        .AddSingleton<Passwords>()
        .AddSingleton<Accounts>()
        .AddSingleton<Moderation>()
        .AddSingleton<People>()
        .AddSingleton<Rooms>()
        .AddSingleton<Unread>()
        .AddSingleton<Messages>()
        .AddSingleton<UploadSpace>()
        .AddSingleton<Uploads>()
        .AddSingleton<UploadSweeper>()
        .AddSingleton<SearchIndex>()
        .AddSingleton<SearchFeeder>()
        .AddSingleton<Search>()
        .AddSingleton<Polls>()
        .AddSingleton<LineTalk>();

    /// <summary>Takes up what was granted before the server started.</summary>
    public static void RestoreChat(this IServiceProvider services)
    {
        var world = services.GetRequiredService<World>();
        services.GetRequiredService<Sessions>().Restore(world);
        services.GetRequiredService<Bans>().Restore(world);
        services.GetRequiredService<OtherServers>().Restore(world);
        services.GetRequiredService<Log>().Begin();
        services.GetRequiredService<SessionKeeper>();
        services.GetRequiredService<UploadSweeper>();
        services.GetRequiredService<SearchFeeder>();

        // Begins to listen before there is anything to hear.
        services.GetRequiredService<PrometheusText>();
        var (meter, sessions, presence) = (services.GetRequiredService<ChatMeter>(), services.GetRequiredService<Sessions>(), services.GetRequiredService<Presence>());
        meter.Observe("snug.sessions", "Sessions over HTTP that have not ended.", () => sessions.All.Count());
        meter.Observe("snug.here", "People who are here, by either door.", () => presence.NamesHere().Count);
        var limit = services.GetRequiredService<ConnectionLimit>();
        meter.Observe("snug.connections", "Connections to both doors together.", () => limit.Open);
        meter.Observe("snug.connections.most", "Connections that may be open at once: further ones are turned away.", () => limit.Most);
    }
}
