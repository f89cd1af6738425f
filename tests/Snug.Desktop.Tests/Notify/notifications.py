"""The part of a desktop that shows notifications: says each on a line of JSON, and on the line "choose" has the last one chosen."""
import json
import sys
import threading

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME, PATH = "org.freedesktop.Notifications", "/org/freedesktop/Notifications"
INTERFACE = Gio.DBusNodeInfo.new_for_xml("""
<node><interface name="org.freedesktop.Notifications">
<method name="Notify">
  <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
  <arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
  <arg type="u" direction="out"/>
</method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation">
  <arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/><arg type="s" direction="out"/>
</method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>""").interfaces[0]

shown = {"number": 0, "action": ""}


def tell(**what):
    print(json.dumps(what), flush=True)


def called(bus, sender, path, interface, method, arguments, invocation):
    values = arguments.unpack()
    if method == "Notify":
        shown["number"] = values[1] or shown["number"] + 1
        shown["action"] = values[5][0] if values[5] else ""
        invocation.return_value(GLib.Variant("(u)", (shown["number"],)))
        tell(number=shown["number"], title=values[3], body=values[4])
    elif method == "CloseNotification":
        invocation.return_value(None)
        tell(number=values[0], closed=True)
    elif method == "GetCapabilities":
        invocation.return_value(GLib.Variant("(as)", (["actions", "body"],)))
    else:
        invocation.return_value(GLib.Variant("(ssss)", ("tests", "", "", "1.2")))


def choose():
    bus.emit_signal(None, PATH, NAME, "ActionInvoked", GLib.Variant("(us)", (shown["number"], shown["action"])))


def listen():
    for _ in sys.stdin:
        GLib.idle_add(choose)


bus = Gio.bus_get_sync(Gio.BusType.SESSION)
bus.register_object(PATH, INTERFACE, called)
Gio.bus_own_name_on_connection(bus, NAME, 0, lambda *_: tell(ready=True), None)
threading.Thread(target=listen, daemon=True).start()
GLib.MainLoop().run()
