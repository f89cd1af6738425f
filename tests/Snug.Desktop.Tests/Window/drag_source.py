"""A program from which files are dragged, as a file manager is: a small window at the screen's origin that offers the files named
after it, as addresses and, as file managers do, as text too. Says "ready" when the window is there, "begun" when something
is dragged and "accepted" each time something under the pointer would take it."""
import ctypes
import pathlib
import sys

gtk = ctypes.CDLL("libgtk-4.so.1")
gobject = ctypes.CDLL("libgobject-2.0.so.0")
glib = ctypes.CDLL("libglib-2.0.so.0")
for library, names in (
    (gtk, ("gtk_window_new", "gtk_drag_source_new", "gdk_content_provider_new_for_bytes", "gdk_content_provider_new_union")),
    (glib, ("g_bytes_new", "g_main_loop_new")),
):
    for name in names:
        getattr(library, name).restype = ctypes.c_void_p


def provider(kind, text):
    data = text.encode()
    content = ctypes.c_void_p(glib.g_bytes_new(data, ctypes.c_size_t(len(data))))
    return gtk.gdk_content_provider_new_for_bytes(kind.encode(), content)


paths = [pathlib.Path(path) for path in sys.argv[1:]]
addresses = "".join(f"{path.as_uri()}\r\n" for path in paths)
plain = "\n".join(str(path) for path in paths)
offers = [provider("text/uri-list", addresses), provider("text/plain;charset=utf-8", plain), provider("text/plain", plain)]

gtk.gtk_init()
window = ctypes.c_void_p(gtk.gtk_window_new())
gtk.gtk_window_set_title(window, b"Files")
gtk.gtk_window_set_default_size(window, 120, 120)
source = ctypes.c_void_p(gtk.gtk_drag_source_new())
offered = ctypes.c_void_p(gtk.gdk_content_provider_new_union((ctypes.c_void_p * len(offers))(*offers), ctypes.c_size_t(len(offers))))
gtk.gtk_drag_source_set_content(source, offered)
gtk.gtk_widget_add_controller(window, source)

HANDLER = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)


def on(what, signal, handler):
    gobject.g_signal_connect_data(ctypes.c_void_p(what), signal, handler, None, None, 0)


@HANDLER
def mapped(*_):
    print("ready", flush=True)


@HANDLER
def chosen(drag, *_):
    if gtk.gdk_drag_get_selected_action(ctypes.c_void_p(drag)):
        print("accepted", flush=True)


@HANDLER
def begun(_, drag, __):
    on(drag, b"notify::selected-action", chosen)
    print("begun", flush=True)


on(window.value, b"map", mapped)
on(source.value, b"drag-begin", begun)
gtk.gtk_window_present(window)
glib.g_main_loop_run(ctypes.c_void_p(glib.g_main_loop_new(None, 0)))
