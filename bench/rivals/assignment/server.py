"""The assignment as a student hands it in: one loop with select, and for each client a buffer into which every message is copied.

Nothing is stored on disk. select(2) knows no file descriptor above 1023, so that it holds about 1,000 clients; for more, the same
loop runs with poll(2): server.py PORT poll.
"""

import selectors
import socket
import sys

MESSAGE_LIMIT = 100  # characters; a message has fewer
LINE_LIMIT = 8 * 1024  # bytes


class Client:
    def __init__(self, sock):
        self.sock = sock
        self.name = None
        self.received = b""
        self.unsent = b""
        self.buffer = []
        self.leaving = False


class Server:
    def __init__(self, port, selector):
        self.selector = selector
        self.clients = {}  # by name, in lower case
        self.listener = socket.create_server(("127.0.0.1", port), backlog=4096)
        self.listener.setblocking(False)
        self.selector.register(self.listener, selectors.EVENT_READ, None)

    def run(self):
        while True:
            for key, ready in self.selector.select():
                if key.data is None:
                    self.accept()
                    continue
                client = key.data
                if ready & selectors.EVENT_READ:
                    self.receive(client)
                if client.unsent:
                    self.send(client)
                if client.leaving:
                    self.remove(client)

    def accept(self):
        sock, _ = self.listener.accept()
        sock.setblocking(False)
        try:
            self.selector.register(sock, selectors.EVENT_READ, Client(sock))
        except ValueError:  # select cannot watch so many
            sock.close()

    def receive(self, client):
        try:
            data = client.sock.recv(LINE_LIMIT)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            client.leaving = True
            return
        *lines, client.received = (client.received + data).split(b"\n")
        if len(client.received) > LINE_LIMIT:
            client.leaving = True
        for line in lines:
            if not client.leaving:
                self.answer(client, line.decode(errors="replace").rstrip("\r"))

    def answer(self, client, line):
        if client.name is None:
            self.enter(client, line)
        elif line == "GET":
            self.reply(client, "MSGS:" + "".join(" " + message for message in client.buffer))
            client.buffer.clear()
        elif line == "USERS":
            self.reply(client, "USERS: " + " ".join(sorted(other.name for other in self.clients.values())))
        elif line.startswith("PUT:"):
            self.put(client, line[4:].strip())
        else:
            self.reply(client, "ERROR: say GET, USERS or PUT: text")
            client.leaving = True

    def enter(self, client, name):
        if not name or " " in name or name.lower() in self.clients:
            self.reply(client, "ERROR: the name is taken, or is none")
            client.leaving = True
            return
        client.name = name
        self.clients[name.lower()] = client
        self.reply(client, "OK")

    def put(self, client, text):
        if not text or len(text) >= MESSAGE_LIMIT:
            self.reply(client, "ERROR: the message is empty or too long")
            return
        message = f"<{client.name}>{text}"
        for other in self.clients.values():
            other.buffer.append(message)
        self.reply(client, "OK")

    def reply(self, client, line):
        client.unsent += line.encode() + b"\n"

    def send(self, client):
        try:
            client.unsent = client.unsent[client.sock.send(client.unsent):]
        except BlockingIOError:
            pass
        except OSError:
            client.leaving = True
        # Who does not read is not read from.
        self.selector.modify(client.sock, selectors.EVENT_WRITE if client.unsent else selectors.EVENT_READ, client)

    def remove(self, client):
        if client.name is not None:
            del self.clients[client.name.lower()]
        self.selector.unregister(client.sock)
        client.sock.close()


if __name__ == "__main__":
    ways = {"select": selectors.SelectSelector, "poll": selectors.PollSelector}
    server = Server(int(sys.argv[1]), ways[sys.argv[2] if len(sys.argv) > 2 else "select"]())
    print(f"assignment: Python {sys.version.split()[0]}, port {sys.argv[1]}", flush=True)
    server.run()
