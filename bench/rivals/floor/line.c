#define _GNU_SOURCE
#include "floor.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void say(Client *client, const char *text) { send_text(client, text, strlen(text)); }

static void leave(Client *client, const char *why) {
    say(client, why);
    client->is_closing = true;
}

static void enter(Client *client, const char *line, size_t length) {
    char name[NAME_MAX_BYTES + 1];
    if (length == 0 || length > NAME_MAX_BYTES || memchr(line, ' ', length) || memchr(line, '"', length)) {
        leave(client, "ERROR: not a name\n");
        return;
    }
    memcpy(name, line, length);
    name[length] = 0;
    if (!take_name(name)) {
        leave(client, "ERROR: the name is taken\n");
        return;
    }
    client->name = strdup(name);
    client->has_entered = true;
    client->cursor = log_end();
    say(client, "OK\n");
}

static void get(Client *client) {
    Slice news = log_lines_from(client->cursor);
    if (news.length == 0) {
        say(client, "MSGS:\n");
        return;
    }
    const char *parts[] = { "MSGS:", news.bytes, "\n" };
    size_t lengths[] = { 5, news.length, 1 };
    client->cursor = log_end();
    send_parts(client, parts, lengths, 3);
}

static void put(Client *client, const char *text, size_t length) {
    char json[2 * 100];
    size_t bytes = 0;
    while (length > 0 && *text == ' ') { text++; length--; }
    if (length == 0) { say(client, "ERROR: the message is empty\n"); return; }
    if (length >= 100) { say(client, "ERROR: the message has 100 characters or more\n"); return; }
    for (size_t i = 0; i < length; i++) {
        if (text[i] == '"' || text[i] == '\\') json[bytes++] = '\\';
        json[bytes++] = (unsigned char)text[i] < ' ' ? ' ' : text[i];
    }
    say(client, log_add(client->name, 0, json, bytes) ? "OK\n" : "ERROR: there is no more room\n");
}

static void list(Client *client) {
    static char out[CLIENTS_MAX * (NAME_MAX_BYTES + 1) + 16];
    memcpy(out, "USERS:", 6);
    size_t length = 6 + list_names(out + 6, sizeof out - 7);
    out[length++] = '\n';
    send_text(client, out, length);
}

size_t line_take(Client *client, const char *bytes, size_t length) {
    const char *end = memchr(bytes, '\n', length);
    if (!end) {
        if (length > TEXT_MAX_BYTES) leave(client, "ERROR: the line is too long\n");
        return 0;
    }
    size_t line = (size_t)(end - bytes), taken = line + 1;
    if (line > 0 && bytes[line - 1] == '\r') line--;
    if (!client->has_entered) enter(client, bytes, line);
    else if (line == 3 && memcmp(bytes, "GET", 3) == 0) get(client);
    else if (line == 5 && memcmp(bytes, "USERS", 5) == 0) list(client);
    else if (line >= 4 && memcmp(bytes, "PUT:", 4) == 0) put(client, bytes + 4, line - 4);
    else leave(client, "ERROR: say GET, USERS or PUT: text\n");
    return taken;
}
