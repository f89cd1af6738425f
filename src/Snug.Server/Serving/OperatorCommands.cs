using System.CommandLine;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Snug.Protocol;
using Snug.Server.Doors.Http;
using Snug.Server.Store;

namespace Snug.Server.Serving;

/// <summary><c>snug admin</c> and <c>snug invite</c>: what only the operator may do, to a server that runs or to its folder.</summary>
internal static class OperatorCommands
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The server's data folder.",
        HelpName = "DIR",
        DefaultValueFactory = _ => ServeOptions.DefaultData,
    };

    private static readonly Option<string?> Database = new("--database") { Description = "The PostgreSQL database of the chat, where it has one.", HelpName = "STRING" };

    private static readonly Argument<string> Name = new("NAME") { Description = "Who becomes an admin; an account is made where there is none." };

    private static readonly Option<int> Hours = new("--hours")
    {
        Description = $"How long the invite is good, at most {Limits.LongestInvite.TotalHours}.",
        HelpName = "N",
        DefaultValueFactory = _ => 24,
        CustomParser = text => ServeCommand.ReadNumber(text, 1, (int)Limits.LongestInvite.TotalHours),
    };

    public static Command CreateAdmin()
    {
        var command = new Command("admin", "Make somebody an admin.") { Name, Data, Database };
        command.SetAction((parsed, cancel) => RunAsync<AdminView>(
            parsed.GetValue(Data)!, parsed.GetValue(Database), OperatorEndpoints.AdminPath, new AdminRequest(parsed.GetValue(Name)), Tell, cancel));
        return command;
    }

    public static Command CreateInvite()
    {
        var command = new Command("invite", "Make an invite for a chat that is not open to everyone.") { Hours, Data, Database };
        command.SetAction((parsed, cancel) => RunAsync<InviteView>(
            parsed.GetValue(Data)!, parsed.GetValue(Database), OperatorEndpoints.InvitePath, new NewInvite(parsed.GetValue(Hours)), Tell, cancel));
        return command;
    }

    private static string Tell(AdminView made) =>
        made.Password is null ? $"{made.Name} is an admin now." : $"{made.Name} is an admin now, with the password {made.Password}";

    private static string Tell(InviteView made) => $"{made.Code}\nGood until {made.ExpiresAt:yyyy-MM-dd HH:mm} UTC. As a link: the server's address followed by {made.Url}";

    private static async Task<int> RunAsync<T>(string data, string? database, string path, object request, Func<T, string> tell, CancellationToken cancel)
    {
        try
        {
            if (database is null && !File.Exists(Path.Combine(data, DataFolder.DatabaseName))) throw new StoreException($"there is no chat in {data}");
            // Where no server runs, or where one more may, one runs for a moment.
            await using var host = database is null ? await StartWhereNoneRunsAsync(data, cancel) : await StartAsync(new() { Database = database, Data = null }, cancel);
            var folder = host?.Folder ?? data;
            using var server = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, stop) => ConnectAsync(folder, stop) }) { BaseAddress = new("http://operator") };
            using var answer = await server.PostAsJsonAsync(path, request, cancel);
            if (!answer.IsSuccessStatusCode)
            {
                var refusal = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
                throw new StoreException(refusal.GetProperty("detail").GetString()!);
            }
            Console.WriteLine(tell((await answer.Content.ReadFromJsonAsync<T>(cancel))!));
            return 0;
        }
        catch (Exception failure) when (failure is StoreException or IOException or HttpRequestException)
        {
            await Console.Error.WriteLineAsync($"snug: {LineText.OneLine(failure.Message).TrimEnd('.')}");
            return 1;
        }
    }

    private static async Task<ServerHost?> StartWhereNoneRunsAsync(string data, CancellationToken cancel)
    {
        try
        {
            await (await ConnectAsync(data, cancel)).DisposeAsync();
            return null;
        }
        catch (SocketException)
        {
            return await StartAsync(new() { Data = data }, cancel);
        }
    }

    // Without the line door, its HTTP on a free port of this machine alone.
    private static async Task<ServerHost> StartAsync(ServeOptions options, CancellationToken cancel)
    {
        var host = new ServerHost(options with { Line = null, Http = new(IPAddress.Loopback, 0) }, TimeProvider.System);
        await host.StartAsync(cancel);
        return host;
    }

    private static async ValueTask<Stream> ConnectAsync(string data, CancellationToken cancel)
    {
        var path = Path.GetFullPath(Path.Combine(data, OperatorEndpoints.Socket));
        if (!Listening.IsShortEnough(path)) throw new StoreException($"the path {path} is too long for a socket: use a data folder with a shorter one");

        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
