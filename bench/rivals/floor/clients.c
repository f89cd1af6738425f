#define _GNU_SOURCE
#include "floor.h"
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/uio.h>

// Who is here: an open table of names, by their hash.
enum { PLACES = 1 << 17 };
static char *names[PLACES];
static char gone[] = "";

static uint32_t place_of(const char *name) {
    uint32_t hash = 2166136261u;
    for (; *name; name++) hash = (hash ^ (unsigned char)*name) * 16777619u;
    return hash & (PLACES - 1);
}

static char **find(const char *name) {
    char **at = &names[place_of(name)];
    for (int tries = 0; *at && tries < PLACES; tries++, at = at + 1 == names + PLACES ? names : at + 1)
        if (strcmp(*at, name) == 0) return at;
    return NULL;
}

bool take_name(const char *name) {
    if (find(name)) return false;
    char **at = &names[place_of(name)];
    while (*at && *at != gone) at = at + 1 == names + PLACES ? names : at + 1;
    *at = strdup(name);
    return true;
}

void free_name(const char *name) {
    char **at = find(name);
    if (!at) return;
    free(*at);
    *at = gone;
}

static int compare(const void *one, const void *other) { return strcmp(*(char *const *)one, *(char *const *)other); }

size_t list_names(char *out, size_t room) {
    static char *sorted[PLACES];
    size_t count = 0, length = 0;
    for (int i = 0; i < PLACES; i++)
        if (names[i] && names[i] != gone) sorted[count++] = names[i];
    qsort(sorted, count, sizeof *sorted, compare);
    for (size_t i = 0; i < count && length + strlen(sorted[i]) + 1 <= room; i++) length += (size_t)sprintf(out + length, " %s", sorted[i]);
    return length;
}

// What the socket does not take at once is kept for when it does.
void send_parts(Client *client, const char *const parts[], const size_t lengths[], int count) {
    struct iovec slices[4];
    struct msghdr message = { .msg_iov = slices, .msg_iovlen = (size_t)count };
    size_t total = 0, sent = 0;
    for (int i = 0; i < count; i++) {
        slices[i] = (struct iovec){ (void *)parts[i], lengths[i] };
        total += lengths[i];
    }
    if (!client->unsent) {
        ssize_t taken = sendmsg(client->fd, &message, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (taken < 0 && errno != EAGAIN) { client->is_closing = true; return; }
        sent = taken < 0 ? 0 : (size_t)taken;
    }
    if (sent == total) return;
    // Who does not read is not read from.
    if (!client->unsent) watch(client, EPOLL_CTL_MOD, EPOLLOUT);
    char *kept = realloc(client->unsent, client->unsent_bytes + total - sent);
    if (!kept) { client->is_closing = true; return; }
    client->unsent = kept;
    for (int i = 0; i < count; i++) {
        size_t skip = sent < lengths[i] ? sent : lengths[i];
        memcpy(client->unsent + client->unsent_bytes, parts[i] + skip, lengths[i] - skip);
        client->unsent_bytes += (uint32_t)(lengths[i] - skip);
        sent -= skip;
    }
}

void send_text(Client *client, const char *text, size_t length) { send_parts(client, &text, &length, 1); }
