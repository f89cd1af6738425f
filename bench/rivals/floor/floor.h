// The floor: the least that a server for Snug's two protocols can cost. One thread, one epoll, one log in memory and a number for each
// client. It stores nothing, checks hardly anything and is no chat to use; it is there to be measured beside.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    NAME_MAX_BYTES = 40,
    TEXT_MAX_BYTES = 8 * 1024,    // as the protocols have it
    REQUEST_MAX_BYTES = 16 * 1024, // a line, or headers and a body
    CLIENTS_MAX = 20000,
    MESSAGES_MAX = 8 * 1000 * 1000,
};

typedef struct Client {
    int fd;
    bool is_http, has_entered, is_waiting, is_closing;
    uint32_t session;          // of a waiting HTTP client
    uint32_t cursor;           // line: up to where it has read; a waiting HTTP client: since when it asks
    int64_t wait_ends;         // milliseconds of the monotonic clock
    struct Client *next, *previous; // among those who wait
    char *unread; uint32_t unread_bytes;  // the beginning of a request whose rest has not come
    char *unsent; uint32_t unsent_bytes;  // what the socket did not take
    char *name;
} Client;

// main.c: the loop, and what it waits for of a client (EPOLLIN or EPOLLOUT).
void watch(Client *client, int how, uint32_t events);
int64_t milliseconds(void);

// clients.c: sockets that do not take everything, and who is here.
void send_parts(Client *client, const char *const parts[], const size_t lengths[], int count);
void send_text(Client *client, const char *text, size_t length);
bool take_name(const char *name);
void free_name(const char *name);
size_t list_names(char *out, size_t room);

// log.c: everything that was said, in both forms, each encoded once.
typedef struct { const char *bytes; size_t length; } Slice;
uint32_t log_end(void);
bool log_add(const char *name, uint32_t user, const char *json_text, size_t length);
Slice log_lines_from(uint32_t cursor);
Slice log_events_from(uint32_t cursor);
Slice log_newest_message(void);

// line.c and http.c: each takes one request off the front and returns how many bytes it had; 0 when its end has not come.
size_t line_take(Client *client, const char *bytes, size_t length);
size_t http_take(Client *client, const char *bytes, size_t length);
void http_answer_waiting(void);
void http_end_waits(int64_t now);
void http_forget(Client *client);
