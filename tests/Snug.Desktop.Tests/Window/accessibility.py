"""Answers each line PID, TITLE, BUTTON, with tabs between, with the process's window of that title (the first where it is empty) as a
screen reader finds it: one line of JSON, null without one. A button that is named is pressed instead; then it is true, and null where
there is none."""
import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

# A busy machine's programs answer late; in milliseconds. What was asked for in vain has been done all the same.
PATIENCE = 10_000

STATES = ("editable", "focused", "pressed", "selected")


def text_of(node):
    if "Text" not in node.get_interfaces():
        return ""
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def children_of(node):
    children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    return [child for child in children if child]  # One that went away in between is None.


def describe(node):
    states = node.get_state_set()
    place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "text": text_of(node),
        "top": place.y,
        "bottom": place.y + place.height,
        "states": [state for state in STATES if states.contains(getattr(Atspi.StateType, state.upper()))],
        "children": [describe(child) for child in children_of(node)],
    }


def press(node, name):
    if node.get_name() == name and node.get_role_name().endswith("button"):
        return Atspi.Action.get_n_actions(node) > 0 and Atspi.Action.do_action(node, 0)
    return any(press(child, name) for child in children_of(node))


def window_of(pid, title):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(i)
        if program and program.get_process_id() == pid:
            return next((window for window in children_of(program) if title in ("", window.get_name())), None)
    return None


def answer(pid, title, button):
    window = window_of(int(pid), title)
    if window is None:
        return None
    # What is pressed may go away, and could not be described.
    return (press(window, button) or None) if button else describe(window)


Atspi.set_timeout(PATIENCE, PATIENCE)


# The tree that libatspi keeps is brought up to date by events that nobody here takes: each time it is asked for afresh.
for line in sys.stdin:
    Atspi.get_desktop(0).clear_cache()
    while GLib.MainContext.default().iteration(False):
        pass
    try:
        tree = answer(*line.rstrip("\n").split("\t"))
    except GLib.Error:  # The program ended while it was looked at.
        tree = None
    print(json.dumps(tree), flush=True)
