namespace Snug.Desktop.Model;

/// <summary>Which room stands above or below another.</summary>
internal static class RoomSteps
{
    /// <param name="rooms">The rooms as they are shown.</param>
    /// <param name="open">The room to begin at; it need not be among them.</param>
    /// <param name="step">+1 for the next, -1 for the one before; beyond an end it goes on at the other.</param>
    /// <param name="isWanted">Which rooms count.</param>
    /// <returns>Null where there is no other.</returns>
    public static ChatRoom? Step(this IReadOnlyList<ChatRoom> rooms, ChatRoom open, int step, Func<ChatRoom, bool> isWanted)
    {
        var from = rooms.Index().Where(at => at.Item == open).Select(at => at.Index).FirstOrDefault(step > 0 ? -1 : rooms.Count);
        for (var i = 1; i <= rooms.Count; i++)
        {
            var at = ((from + i * step) % rooms.Count + rooms.Count) % rooms.Count;
            if (rooms[at] != open && isWanted(rooms[at])) return rooms[at];
        }
        return null;
    }
}
