using Snug.Tests.Running;

namespace Snug.Tests.Many;

/// <summary>Who may do what holds everywhere.</summary>
[Collection(nameof(OneAfterAnother))]
public class RightsTests(SharedPostgres postgres)
{
    [Fact]
    public async Task Who_is_banned_at_one_server_is_out_at_all()
    {
        var fleet = await postgres.ShareServersAsync();
        using var boss = await EnterAdminAsync(fleet);
        using ChatUser ethan = await fleet.EnterNewAsync(1), stranger = fleet.Stranger(1);
        using var zoe = await fleet.ConnectAsync(1);
        var zoesName = fleet.NewName();
        Assert.StartsWith("OK", await zoe.AskAsync(zoesName));
        var waiting = ethan.AskEventsAsync(wait: 15);

        var ban = (await boss.PostAsync("/api/bans", new { name = ethan.Name })).Is(201);
        (await boss.PostAsync("/api/bans", new { name = zoesName })).Is(201);

        (await waiting).IsRefused(401, "no-session");
        (await ethan.GetAsync("/api/rooms")).IsRefused(401, "no-session");
        await Eventually.Become(() => zoe.AskAsync("USERS"), answer => answer is null || answer.StartsWith("ERROR:", StringComparison.Ordinal));
        (await stranger.PostAsync("/api/session", new { name = ethan.Name })).IsRefused(403, "banned");

        using var elsewhere = fleet.At(1, boss);
        (await elsewhere.DeleteAsync($"/api/bans/{Uri.EscapeDataString((string)ban.Body["subject"]!)}")).Is(204);
        await Eventually.Become(async () => (await stranger.PostAsync("/api/session", new { name = ethan.Name })).Status, status => status == 201);
    }

    [Fact]
    public async Task An_invite_of_one_server_or_of_the_operator_is_good_at_another()
    {
        await using var fleet = await postgres.StartServersAsync(servers: 2, "--access", "invite");
        var (exitCode, code, errors) = await ServerProcess.RunAsync("invite", "--database", fleet.Servers[0].Database);
        Assert.True(exitCode == 0, errors);

        using ChatUser stranger = fleet.Stranger(0), other = fleet.Stranger(1);
        var entered = (await stranger.PostAsync("/api/session", new { name = "cindy", invite = code.Split('\n')[0] })).Is(201);
        using var cindy = new ChatUser(fleet.Servers[0].Url!, (string)entered.Body["token"]!);
        (await cindy.PutAsync("/api/account", new { password = "correct horse" })).Is(200);
        var own = (string)(await cindy.PostAsync("/api/invites", new { hours = 1 })).Is(201).Body["code"]!;

        (await other.PostAsync("/api/session", new { name = "ethan", invite = "a guess" })).IsRefused(403, "invite-needed");
        (await other.PostAsync("/api/session", new { name = "ethan", invite = own })).Is(201);
    }

    private static async Task<ChatUser> EnterAdminAsync(ServerFleet fleet)
    {
        var name = fleet.NewName();
        var (exitCode, told, errors) = await ServerProcess.RunAsync("admin", name, "--database", fleet.Servers[0].Database);
        Assert.True(exitCode == 0, errors);
        return await fleet.EnterAsync(0, name, told.TrimEnd().Split(' ')[^1]);
    }
}
