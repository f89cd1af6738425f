using Microsoft.AspNetCore.Http.HttpResults;
using Snug.Server.Events;
using Snug.Server.Store;
using Snug.Server.Talk;

namespace Snug.Server.Doors.Http;

/// <summary>Rooms and who is in them.</summary>
internal static class RoomEndpoints
{
    public static void MapRooms(this RouteGroupBuilder api)
    {
        api.MapGet("/rooms", ListAsync);
        api.MapPost("/rooms", OpenAsync);
        api.MapPatch("/rooms/{id:long}", ChangeAsync);
        api.MapPost("/direct", OpenDirectAsync);
        api.MapPost("/rooms/{id:long}/join", JoinAsync);
        api.MapPost("/rooms/{id:long}/leave", LeaveAsync);
        api.MapPost("/rooms/{id:long}/invite", InviteAsync);
        api.MapGet("/rooms/{id:long}/users", ListUsers);
        api.MapDelete("/rooms/{id:long}/users/{user:long}", RemoveAsync);
        api.MapPut("/rooms/{id:long}/read", ReadAsync);
    }

    private static async Task<Ok<RoomList>> ListAsync(HttpContext http, Unread unread) =>
        TypedResults.Ok(new RoomList([.. (await unread.RoomsForAsync(http.Session().Person)).Select(RoomEntry.Of)]));

    private static async Task<Results<Created<RoomEntry>, ProblemHttpResult>> OpenAsync(HttpContext http, RoomRequest wanted, Rooms rooms, Unread unread)
    {
        var opened = await rooms.OpenAsync(http.Session(), wanted.Name, wanted.Topic, wanted.Private ?? false);
        if (!opened.IsGranted) return http.Problem(opened.Refusal);
        return TypedResults.Created($"/api/rooms/{opened.Value.Id}", await DescribeAsync(http, opened.Value, unread));
    }

    private static async Task<Results<Ok<RoomEntry>, ProblemHttpResult>> ChangeAsync(
        HttpContext http, long id, RoomChange wanted, Rooms rooms, Unread unread)
    {
        var changed = await rooms.ChangeAsync(http.Session(), id, wanted.Name, wanted.Topic, wanted.Archived);
        return changed.IsGranted ? TypedResults.Ok(await DescribeAsync(http, changed.Value, unread)) : http.Problem(changed.Refusal);
    }

    private static async Task<Results<Ok<RoomEntry>, Created<RoomEntry>, ProblemHttpResult>> OpenDirectAsync(
        HttpContext http, DirectRequest wanted, Rooms rooms, Unread unread)
    {
        var opened = await rooms.OpenDirectAsync(http.Session(), wanted.With ?? []);
        if (!opened.IsGranted) return http.Problem(opened.Refusal);

        var entry = await DescribeAsync(http, opened.Value.Room, unread);
        return opened.Value.IsNew ? TypedResults.Created($"/api/rooms/{entry.Id}", entry) : TypedResults.Ok(entry);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> JoinAsync(HttpContext http, long id, Rooms rooms) =>
        http.Done(await rooms.JoinAsync(http.Session(), id));

    private static async Task<Results<NoContent, ProblemHttpResult>> LeaveAsync(HttpContext http, long id, Rooms rooms) =>
        http.Done(await rooms.LeaveAsync(http.Session(), id));

    private static async Task<Results<NoContent, ProblemHttpResult>> InviteAsync(HttpContext http, long id, InviteRequest wanted, Rooms rooms) =>
        http.Done(await rooms.InviteAsync(http.Session(), id, wanted.Name));

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(HttpContext http, long id, long user, Rooms rooms) =>
        http.Done(await rooms.RemoveAsync(http.Session(), id, user));

    private static async Task<Results<NoContent, ProblemHttpResult>> ReadAsync(HttpContext http, long id, ReadRequest wanted, Rooms rooms) =>
        http.Done(await rooms.ReadAsync(http.Session(), id, wanted.UpTo));

    private static Results<Ok<UserList>, ProblemHttpResult> ListUsers(HttpContext http, long id, People people)
    {
        var users = people.UsersOf(http.Session().Person, id);
        return users.IsGranted ? TypedResults.Ok(UserList.Of(users.Value)) : http.Problem(users.Refusal);
    }

    private static async Task<RoomEntry> DescribeAsync(HttpContext http, Room room, Unread unread) =>
        RoomEntry.Of(await unread.RoomForAsync(http.Session().Person, room));
}

internal sealed record RoomRequest(string? Name, string? Topic = null, bool? Private = null);

internal sealed record RoomChange(string? Name = null, string? Topic = null, bool? Archived = null);

internal sealed record DirectRequest(IReadOnlyList<string>? With);

internal sealed record InviteRequest(string? Name);

internal sealed record ReadRequest(long UpTo);

internal sealed record RoomList(IReadOnlyList<RoomEntry> Rooms);

/// <param name="Unread">Messages of others behind what the asker has read.</param>
/// <param name="Mentions">Those of them that call the asker by name.</param>
/// <param name="LastId">The newest message's id; 0 where there is none.</param>
/// <param name="ReadUpTo">The id up to which the asker has read the room; 0 where they are not in it.</param>
internal sealed record RoomEntry(
    long Id, string Name, string Topic, RoomKind Kind, bool Archived, bool Joined, long Unread, long Mentions, long LastId, long ReadUpTo)
{
    public static RoomEntry Of(RoomView view) => new(
        view.Room.Id, view.Room.Name, view.Room.Topic, view.Room.Kind, view.Room.Archived, view.Joined, view.Unread, view.Mentions, view.LastId, view.ReadUpTo);
}
