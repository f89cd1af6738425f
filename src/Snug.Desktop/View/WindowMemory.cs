using Snug.Desktop.Gtk;
using Snug.Desktop.Settings;

namespace Snug.Desktop.View;

/// <summary>Opens a window as it was left, and remembers how it is left.</summary>
/// <param name="file">Where it is remembered.</param>
/// <param name="window">The window.</param>
/// <param name="people">The flap with who is here.</param>
/// <param name="roomsEdge">Where the pane with the rooms ends.</param>
/// <param name="peopleEdge">Where the pane with who is here begins.</param>
internal sealed class WindowMemory(WindowStateFile file, Window window, Widget people, PaneEdge roomsEdge, PaneEdge peopleEdge)
{
    /// <summary>Before the window is presented.</summary>
    public void Apply()
    {
        var state = file.Read();
        state.Apply(window);
        people.Set("reveal-flap", state.ShowsPeople);
        roomsEdge.Apply(state.RoomsWidth);
        peopleEdge.Apply(state.PeopleWidth);
    }

    /// <param name="server">Where the person was; null over the line protocol, which has but one room.</param>
    /// <param name="name">Who they were.</param>
    /// <param name="room">The id of the room that was shown.</param>
    public void Remember(Uri? server, string name, long room)
    {
        // Read again: another window may have been closed meanwhile.
        var state = file.Read().With(window);
        state = state with { RoomsWidth = roomsEdge.Width ?? state.RoomsWidth, PeopleWidth = peopleEdge.Width ?? state.PeopleWidth };
        // A narrow window hides who is here by itself.
        if (!people.GetBoolean("folded")) state = state with { ShowsPeople = people.GetBoolean("reveal-flap") };
        if (server is not null) state = state.WithRoom(server, name, room);
        _ = file.TryWrite(state);
    }
}
