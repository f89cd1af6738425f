"""Answers each line PID with the window of that process as a screen reader finds it: one line of JSON, null without one."""
import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

STATES = ("editable", "focused", "pressed")


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


def window_of(pid):
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(i)
        if program and program.get_process_id() == pid and program.get_child_count():
            return describe(program.get_child_at_index(0))
    return None


# The tree that libatspi keeps is brought up to date by events that nobody here takes: each time it is asked for afresh.
for line in sys.stdin:
    Atspi.get_desktop(0).clear_cache()
    while GLib.MainContext.default().iteration(False):
        pass
    try:
        tree = window_of(int(line))
    except GLib.Error:  # The program ended while it was looked at.
        tree = None
    print(json.dumps(tree), flush=True)
