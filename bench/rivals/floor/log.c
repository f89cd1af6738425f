#include "floor.h"
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

// Addresses are reserved once and pages come as they are written, so that nothing is ever moved.
enum { LINE_BYTES_EACH = 64, EVENT_BYTES_EACH = 320 };
static char *lines, *events;
static size_t lines_end, events_end, newest_message, newest_message_bytes;
static uint32_t *line_starts;
static size_t *event_starts;
static uint32_t count;

static void *reserve(size_t bytes) {
    void *at = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return at == MAP_FAILED ? NULL : at;
}

static bool make_room(void) {
    if (lines) return true;
    lines = reserve((size_t)MESSAGES_MAX * LINE_BYTES_EACH);
    events = reserve((size_t)MESSAGES_MAX * EVENT_BYTES_EACH);
    line_starts = reserve((MESSAGES_MAX + 1) * sizeof *line_starts);
    event_starts = reserve((MESSAGES_MAX + 1) * sizeof *event_starts);
    return lines && events && line_starts && event_starts;
}

uint32_t log_end(void) { return count; }

// The text comes as JSON has it, between the quotes, and is shown so to line clients too: undoing that would be the chat's work.
bool log_add(const char *name, uint32_t user, const char *json_text, size_t length) {
    if (!make_room() || count == MESSAGES_MAX) return false;
    if (lines_end + length + 64 > (size_t)MESSAGES_MAX * LINE_BYTES_EACH) return false;
    if (events_end + length + 384 > (size_t)MESSAGES_MAX * EVENT_BYTES_EACH) return false;

    lines_end += (size_t)sprintf(lines + lines_end, " <%s>%.*s", name, (int)length, json_text);

    char at[32];
    struct timespec now;
    struct tm utc;
    clock_gettime(CLOCK_REALTIME, &now);
    gmtime_r(&now.tv_sec, &utc);
    strftime(at, sizeof at, "%Y-%m-%dT%H:%M:%S", &utc);
    char *event = events + events_end;
    uint32_t id = count + 1;
    if (count > 0) *event++ = ',';
    event += sprintf(event, "{\"id\":%u,\"type\":\"message\",\"room\":1,\"message\":", id);
    newest_message = (size_t)(event - events);
    event += sprintf(event, "{\"id\":%u,\"room\":1,\"from\":{\"id\":%u,\"name\":\"%s\"},\"at\":\"%s.%03ldZ\",\"text\":\"%.*s\",\"attachments\":[],\"reactions\":[]}",
        id, user, name, at, now.tv_nsec / 1000000, (int)length, json_text);
    newest_message_bytes = (size_t)(event - events) - newest_message;
    *event++ = '}';
    events_end = (size_t)(event - events);

    count = id;
    line_starts[count] = (uint32_t)lines_end;
    event_starts[count] = events_end;
    return true;
}

Slice log_lines_from(uint32_t cursor) {
    if (cursor >= count) return (Slice){ "", 0 };
    return (Slice){ lines + line_starts[cursor], lines_end - line_starts[cursor] };
}

Slice log_events_from(uint32_t cursor) {
    if (cursor >= count) return (Slice){ "", 0 };
    size_t start = event_starts[cursor] + (cursor > 0); // without the comma
    return (Slice){ events + start, events_end - start };
}

Slice log_newest_message(void) { return (Slice){ events + newest_message, newest_message_bytes }; }
