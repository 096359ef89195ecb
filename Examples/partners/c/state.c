#define _GNU_SOURCE
#include "state.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

static bool fail(const char *what, const char *path) {
    fprintf(stderr, "kvo_partner: %s %s: %s\n", what, path, strerror(errno));
    return false;
}

static bool name_with(char *name, const char *path, const char *ending) {
    int length = snprintf(name, PATH_MAX, "%s%s", path, ending);
    if (length > 0 && length < PATH_MAX) return true;
    errno = ENAMETOOLONG;
    return fail("cannot use", path);
}

static bool read_position(struct state *state) {
    FILE *file = fopen(state->path, "re");
    if (file == NULL) return errno == ENOENT || fail("cannot read", state->path);
    char line[128] = "";
    bool is_read = fgets(line, sizeof line, file) != NULL;
    fclose(file);
    char end = 0;
    if (is_read
        && sscanf(line, "%36[0-9a-f-] %18" SCNd64 " %18" SCNd64 "%c", state->epoch, &state->offset, &state->size, &end) == 4
        && end == '\n' && strlen(state->epoch) == 36 && state->offset >= 0 && state->size >= 0)
        return true;
    fprintf(stderr, "kvo_partner: %s is not a position file\n", state->path);
    return false;
}

bool state_open(struct state *state, const char *path) {
    *state = (struct state){.events = -1, .path = path};
    char name[PATH_MAX];
    if (!name_with(name, path, ".events")) return false;
    state->events = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (state->events < 0) return fail("cannot open", name);
    if (flock(state->events, LOCK_EX | LOCK_NB) != 0) return fail("another process uses", name);
    if (!read_position(state)) return false;
    struct stat status;
    if (fstat(state->events, &status) != 0) return fail("cannot look at", name);
    if (status.st_size < state->size || (state->epoch[0] == 0 && status.st_size > 0)) {
        fprintf(stderr, "kvo_partner: %s and %s do not belong together\n", path, name);
        return false;
    }
    if (ftruncate(state->events, state->size) != 0) return fail("cannot cut", name);
    state->written = state->size;
    return true;
}

bool state_append(struct state *state, const void *bytes, size_t count) {
    const char *at = bytes;
    while (count > 0) {
        ssize_t done = pwrite(state->events, at, count, state->written);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return fail("cannot write the events of", state->path);
        at += done;
        count -= (size_t)done;
        state->written += done;
    }
    return true;
}

static bool sync_folder(const char *path) {
    char folder[PATH_MAX];
    if (!name_with(folder, path, "")) return false;
    char *slash = strrchr(folder, '/');
    if (slash == NULL) strcpy(folder, ".");
    else slash[slash == folder] = 0;  // the root keeps its slash
    int file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (file < 0) return fail("cannot open", folder);
    bool is_done = fsync(file) == 0 || fail("cannot sync", folder);
    close(file);
    return is_done;
}

// The events first, then the position that counts them in: each on the disk before the next.
bool state_commit(struct state *state, int64_t offset) {
    if (fsync(state->events) != 0) return fail("cannot sync the events of", state->path);
    char name[PATH_MAX], line[128];
    if (!name_with(name, state->path, ".new")) return false;
    int length = snprintf(line, sizeof line, "%s %" PRId64 " %" PRId64 "\n", state->epoch, offset, state->written);
    int file = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (file < 0) return fail("cannot open", name);
    bool is_kept = write(file, line, (size_t)length) == length && fsync(file) == 0;
    is_kept = close(file) == 0 && is_kept;
    if (!is_kept || rename(name, state->path) != 0) return fail("cannot write", state->path);
    if (!sync_folder(state->path)) return false;
    state->offset = offset;
    state->size = state->written;
    return true;
}

void state_close(struct state *state) {
    if (state->events >= 0) close(state->events);
    state->events = -1;
}
