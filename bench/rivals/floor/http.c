#define _GNU_SOURCE
#include "floor.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SESSIONS_MAX = 2 * CLIENTS_MAX };
static char *sessions[SESSIONS_MAX]; // the name of each; its token is its place
static uint32_t session_count;
static Client *waiting;
static uint32_t answered_up_to; // waiting clients have been told of everything up to here

static void answer(Client *client, const char *status, const char *body, size_t length) {
    char head[256];
    int bytes = sprintf(head, "HTTP/1.1 %s\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: %zu\r\n\r\n", status, length);
    const char *parts[] = { head, body };
    size_t lengths[] = { (size_t)bytes, length };
    send_parts(client, parts, lengths, 2);
}

static void answer_empty(Client *client) {
    static const char nothing[] = "HTTP/1.1 204 No Content\r\nCache-Control: no-store\r\n\r\n";
    send_text(client, nothing, sizeof nothing - 1);
}

static void answer_events(Client *client, uint32_t since) {
    char head[256], tail[64];
    Slice news = log_events_from(since);
    int tail_bytes = sprintf(tail, "],\"next\":\"%u\"}", log_end());
    int head_bytes = sprintf(head, "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: %zu\r\n\r\n{\"events\":[",
        11 + news.length + (size_t)tail_bytes);
    const char *parts[] = { head, news.bytes, tail };
    size_t lengths[] = { (size_t)head_bytes, news.length, (size_t)tail_bytes };
    send_parts(client, parts, lengths, 3);
}

void http_forget(Client *client) {
    if (!client->is_waiting) return;
    if (client->previous) client->previous->next = client->next; else waiting = client->next;
    if (client->next) client->next->previous = client->previous;
    client->is_waiting = false;
}

// Whoever waits has read all that was said before, so that a message answers all of them.
void http_answer_waiting(void) {
    if (answered_up_to == log_end()) return;
    answered_up_to = log_end();
    for (Client *client = waiting, *next; client; client = next) {
        next = client->next;
        http_forget(client);
        answer_events(client, client->cursor);
    }
}

void http_end_waits(int64_t now) {
    for (Client *client = waiting, *next; client; client = next) {
        next = client->next;
        if (client->wait_ends > now) continue;
        http_forget(client);
        answer_empty(client);
    }
}

static void poll_events(Client *client, const char *query, const char *end) {
    uint32_t since = log_end();
    long wait = 0;
    for (const char *at = query; at && at < end; at = memchr(at, '&', (size_t)(end - at)), at = at ? at + 1 : NULL) {
        if (strncmp(at, "since=", 6) == 0) since = (uint32_t)strtoul(at + 6, NULL, 10);
        else if (strncmp(at, "wait=", 5) == 0) wait = strtol(at + 5, NULL, 10);
    }
    if (since < log_end()) { answer_events(client, since); return; }
    if (wait <= 0) { answer_empty(client); return; }
    client->is_waiting = true;
    client->cursor = since;
    client->wait_ends = milliseconds() + 1000 * (wait > 50 ? 50 : wait);
    client->previous = NULL;
    client->next = waiting;
    if (waiting) waiting->previous = client;
    waiting = client;
}

// Finds "key":"value" and returns the value as it stands, between its quotes.
static Slice text_of(const char *body, size_t length, const char *key) {
    const char *at = memmem(body, length, key, strlen(key)), *end = body + length;
    if (!at) return (Slice){ NULL, 0 };
    at += strlen(key);
    while (at < end && (*at == ' ' || *at == ':')) at++;
    if (at == end || *at++ != '"') return (Slice){ NULL, 0 };
    const char *close = at;
    while (close < end && *close != '"') close += *close == '\\' ? 2 : 1;
    return close >= end ? (Slice){ NULL, 0 } : (Slice){ at, (size_t)(close - at) };
}

static void refuse(Client *client, const char *status, const char *code) {
    char body[128];
    answer(client, status, body, (size_t)sprintf(body, "{\"title\":\"%s\",\"status\":%.3s,\"code\":\"%s\"}", status, status, code));
}

static void open_session(Client *client, const char *body, size_t length) {
    Slice name = text_of(body, length, "\"name\"");
    char own[NAME_MAX_BYTES + 1], out[256];
    if (!name.bytes || name.length == 0 || name.length > NAME_MAX_BYTES || session_count == SESSIONS_MAX) {
        refuse(client, "400 Bad Request", "invalid-name");
        return;
    }
    memcpy(own, name.bytes, name.length);
    own[name.length] = 0;
    if (!take_name(own)) { refuse(client, "409 Conflict", "name-taken"); return; }
    sessions[session_count++] = strdup(own);
    answer(client, "201 Created", out, (size_t)sprintf(out,
        "{\"token\":\"%u\",\"user\":{\"id\":%u,\"name\":\"%s\",\"role\":\"guest\"},\"next\":\"%u\",\"limits\":{\"messageLength\":4000,\"uploadBytes\":0}}",
        session_count, session_count, own, log_end()));
}

static void post_message(Client *client, uint32_t session, const char *body, size_t length) {
    Slice text = text_of(body, length, "\"text\"");
    if (!text.bytes || text.length == 0 || text.length > TEXT_MAX_BYTES) { refuse(client, "400 Bad Request", "invalid-text"); return; }
    if (!log_add(sessions[session - 1], session, text.bytes, text.length)) { refuse(client, "503 Service Unavailable", "full"); return; }
    Slice message = log_newest_message();
    answer(client, "201 Created", message.bytes, message.length);
}

static void answer_request(Client *client, const char *request, const char *body, size_t length, uint32_t session) {
    bool knows = session > 0 && session <= session_count && sessions[session - 1];
    if (strncmp(request, "POST /api/session ", 18) == 0) open_session(client, body, length);
    else if (strncmp(request, "GET /healthz ", 13) == 0) answer(client, "200 OK", "{}", 2);
    else if (!knows) refuse(client, "401 Unauthorized", "no-session");
    else if (strncmp(request, "GET /api/events", 15) == 0)
        poll_events(client, request[15] == '?' ? request + 16 : NULL, strchr(request + 15, ' '));
    else if (strncmp(request, "POST /api/rooms/1/messages ", 27) == 0) post_message(client, session, body, length);
    else if (strncmp(request, "DELETE /api/session ", 20) == 0) {
        free_name(sessions[session - 1]);
        free(sessions[session - 1]);
        sessions[session - 1] = NULL;
        answer_empty(client);
    }
    else refuse(client, "404 Not Found", "not-found");
}

// A request is understood as its writer means it: no folded headers, no chunks, no escapes in the address.
size_t http_take(Client *client, const char *bytes, size_t length) {
    if (client->is_waiting) return 0; // one answer after the other
    const char *blank = memmem(bytes, length, "\r\n\r\n", 4);
    if (!blank) return 0;
    size_t head = (size_t)(blank - bytes) + 4, body = 0;
    uint32_t session = 0;
    for (const char *at = bytes; at < blank;) {
        const char *end = memchr(at, '\r', (size_t)(blank - at) + 1);
        at = end + 2;
        if (strncasecmp(at, "Content-Length:", 15) == 0) body = strtoul(at + 15, NULL, 10);
        else if (strncasecmp(at, "Authorization: Bearer ", 22) == 0) session = (uint32_t)strtoul(at + 22, NULL, 10);
    }
    if (body > TEXT_MAX_BYTES) { refuse(client, "413 Content Too Large", "too-large"); client->is_closing = true; return 0; }
    if (length < head + body) return 0;
    answer_request(client, bytes, bytes + head, body, session);
    return head + body;
}
