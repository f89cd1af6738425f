#define _GNU_SOURCE
#include "floor.h"
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static int epoll;
static int clients;

int64_t milliseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

void watch(Client *client, int how, uint32_t events) {
    struct epoll_event event = { .events = events, .data.ptr = client };
    epoll_ctl(epoll, how, client->fd, &event);
}

static void forget(Client *client) {
    http_forget(client);
    if (client->name) free_name(client->name);
    close(client->fd);
    free(client->name);
    free(client->unread);
    free(client->unsent);
    free(client);
    clients--;
}

static void welcome(const Client *door) {
    for (;;) {
        int fd = accept4(door->fd, NULL, NULL, SOCK_NONBLOCK);
        if (fd < 0) return;
        Client *client = clients < CLIENTS_MAX ? calloc(1, sizeof *client) : NULL;
        if (!client) { close(fd); continue; }
        clients++;
        client->fd = fd;
        client->is_http = door->is_http;
        setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &(int){ 1 }, sizeof(int));
        watch(client, EPOLL_CTL_ADD, EPOLLIN);
    }
}

static void drain(Client *client) {
    ssize_t sent = send(client->fd, client->unsent, client->unsent_bytes, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0) { client->is_closing = errno != EAGAIN; return; }
    client->unsent_bytes -= (uint32_t)sent;
    memmove(client->unsent, client->unsent + sent, client->unsent_bytes);
    if (client->unsent_bytes > 0) return;
    free(client->unsent);
    client->unsent = NULL;
    watch(client, EPOLL_CTL_MOD, EPOLLIN);
}

// Everyone reads into the same buffer; only who has sent half a request keeps it.
static void hear(Client *client) {
    static char buffer[2 * REQUEST_MAX_BYTES + 1];
    size_t length = client->unread_bytes;
    if (length > 0) memcpy(buffer, client->unread, length);
    ssize_t received = recv(client->fd, buffer + length, REQUEST_MAX_BYTES, 0);
    if (received <= 0) { client->is_closing = received == 0 || errno != EAGAIN; return; }
    length += (size_t)received;
    buffer[length] = 0;

    size_t taken = 0, step;
    while (!client->is_closing && taken < length
        && (step = (client->is_http ? http_take : line_take)(client, buffer + taken, length - taken)) > 0) taken += step;
    size_t rest = length - taken;
    if (rest > REQUEST_MAX_BYTES) { client->is_closing = true; return; }
    client->unread_bytes = (uint32_t)rest;
    if (rest == 0 && !client->unread) return;
    if (rest == 0) { free(client->unread); client->unread = NULL; return; }
    if (!client->unread && !(client->unread = malloc(REQUEST_MAX_BYTES))) { client->is_closing = true; return; }
    memcpy(client->unread, buffer + taken, rest);
}

static Client *open_door(const char *port, bool is_http) {
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port)), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    Client *door = calloc(1, sizeof *door);
    door->fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    door->is_http = is_http;
    setsockopt(door->fd, SOL_SOCKET, SO_REUSEADDR, &(int){ 1 }, sizeof(int));
    if (bind(door->fd, (struct sockaddr *)&address, sizeof address) < 0 || listen(door->fd, 4096) < 0) {
        fprintf(stderr, "floor: port %s: %s\n", port, strerror(errno));
        exit(1);
    }
    watch(door, EPOLL_CTL_ADD, EPOLLIN);
    return door;
}

int main(int count, char **words) {
    if (count != 3) { fprintf(stderr, "usage: floor LINE-PORT HTTP-PORT\n"); return 2; }
    epoll = epoll_create1(0);
    const Client *line = open_door(words[1], false), *http = open_door(words[2], true);
    printf("floor: keeps everything in memory and nothing else; line %s, HTTP %s\n", words[1], words[2]);
    fflush(stdout);

    static struct epoll_event events[512];
    int64_t looked_for_ends = milliseconds();
    for (;;) {
        int ready = epoll_wait(epoll, events, 512, 250);
        for (int i = 0; i < ready; i++) {
            Client *client = events[i].data.ptr;
            if (client == line || client == http) { welcome(client); continue; }
            if (events[i].events & EPOLLOUT) drain(client);
            else hear(client);
            if (client->is_closing) forget(client);
        }
        http_answer_waiting();
        int64_t now = milliseconds();
        if (now - looked_for_ends < 250) continue;
        looked_for_ends = now;
        http_end_waits(now);
    }
}
