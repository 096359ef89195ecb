// What a partner keeps: FILE.events, one event a line, and FILE, the position: epoch, offset and how long FILE.events
// then was. Lines beyond that length were written without their position and are cut off at the next start, so that
// events and position change together.
#ifndef STATE_H
#define STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct state {
    char epoch[37];  // empty before the first WELCOME
    int64_t offset;
    int64_t size;     // of FILE.events, as far as it counts
    int64_t written;  // of FILE.events, with what is not committed
    int events;
    const char *path;
};

// Each of these says on standard error what went wrong when it gives false; the program must then end.
bool state_open(struct state *state, const char *path);
bool state_append(struct state *state, const void *bytes, size_t count);
bool state_commit(struct state *state, int64_t offset);
void state_close(struct state *state);

#endif
