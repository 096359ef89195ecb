// Follows a partner's door of Keurmerk and keeps every event once, in order: the essentials of docs/partner-guide.md
// with plain libzmq. Events come by FETCH only; the heartbeats of the live socket tell that there is something to get.
#define _GNU_SOURCE
#include <getopt.h>
#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <zmq.h>

#include "json.h"
#include "state.h"

enum { DONE = 0, FAILED = 1, USAGE = 2, EPOCH_CHANGED = 3, DENIED = 4, GONE = 5, LOST = 100, GO_ON = 101 };
enum { FRAMES = 512, WAIT_MS = 2000, SILENCE_MS = 3000, HEADER = 52 };

struct options {
    const char *live, *feed, *keys, *server_key, *state, *name;
    bool is_unsecured, until_head, fail_when_denied;
    int64_t count;  // how many events are still wanted; -1: no limit
};

struct keys {
    char public_key[41], secret_key[41], server_key[41];
};

struct door {
    void *context, *live, *feed, *monitors[2];
    uint64_t last_number, asked;  // the request under way, 0 when there is none
    bool is_greeted, works;
    int64_t head, acked, until;
    int64_t heard, deadline, ack_at, patience;  // milliseconds
};

static volatile sig_atomic_t is_stopping;

static void on_signal(int number) {
    (void)number;
    is_stopping = 1;
}

static int64_t now_ms(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

__attribute__((format(printf, 2, 3))) static int say(int result, const char *format, ...) {
    va_list list;
    va_start(list, format);
    fputs("kvo_partner: ", stderr);
    vfprintf(stderr, format, list);
    fputc('\n', stderr);
    va_end(list);
    return result;
}

// --- Sockets -------------------------------------------------------------------------------------------------------

static bool set(void *socket, int option, int value) {
    return zmq_setsockopt(socket, option, &value, sizeof value) == 0;
}

static void *open_socket(struct door *door, int kind, const char *address, const struct keys *keys, int index) {
    void *socket = zmq_socket(door->context, kind);
    if (socket == NULL) return NULL;
    int64_t largest = kind == ZMQ_SUB ? 131072 : 1048576;
    bool is_set = set(socket, ZMQ_LINGER, 0) && set(socket, ZMQ_HANDSHAKE_IVL, 5000) && set(socket, ZMQ_TCP_KEEPALIVE, 1)
        && zmq_setsockopt(socket, ZMQ_MAXMSGSIZE, &largest, sizeof largest) == 0;
    if (kind == ZMQ_SUB) is_set = is_set && set(socket, ZMQ_SNDHWM, 0) && zmq_setsockopt(socket, ZMQ_SUBSCRIBE, "!hb", 3) == 0;
    else is_set = is_set && set(socket, ZMQ_IMMEDIATE, 1) && set(socket, ZMQ_HEARTBEAT_IVL, 2000)
        && set(socket, ZMQ_HEARTBEAT_TIMEOUT, 6000) && set(socket, ZMQ_HEARTBEAT_TTL, 6000);
    if (keys != NULL)
        is_set = is_set && zmq_setsockopt(socket, ZMQ_CURVE_SERVERKEY, keys->server_key, 41) == 0
            && zmq_setsockopt(socket, ZMQ_CURVE_PUBLICKEY, keys->public_key, 41) == 0
            && zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, keys->secret_key, 41) == 0;
    char name[32];
    snprintf(name, sizeof name, "inproc://monitor-%d", index);
    int events = ZMQ_EVENT_HANDSHAKE_FAILED_AUTH | ZMQ_EVENT_HANDSHAKE_FAILED_NO_DETAIL;
    door->monitors[index] = zmq_socket(door->context, ZMQ_PAIR);
    is_set = is_set && zmq_socket_monitor(socket, name, events) == 0 && door->monitors[index] != NULL
        && set(door->monitors[index], ZMQ_LINGER, 0) && zmq_connect(door->monitors[index], name) == 0
        && zmq_connect(socket, address) == 0;
    if (is_set) return socket;
    say(0, "cannot connect to %s: %s", address, zmq_strerror(zmq_errno()));
    zmq_close(socket);
    return NULL;
}

static void close_door(struct door *door) {
    void *sockets[] = {door->live, door->feed, door->monitors[0], door->monitors[1]};
    for (size_t index = 0; index < 4; index++)
        if (sockets[index] != NULL) zmq_close(sockets[index]);
    while (zmq_ctx_term(door->context) != 0 && zmq_errno() == EINTR) continue;
}

// Sends FB1, number, verb, JSON; gives the number, or 0 when there is no connection (yet).
static uint64_t ask(struct door *door, const char *verb, const char *json) {
    uint64_t number = ++door->last_number;
    unsigned char identifier[8];
    for (int index = 0; index < 8; index++) identifier[index] = (unsigned char)(number >> (8 * (7 - index)));
    if (zmq_send(door->feed, "FB1", 3, ZMQ_DONTWAIT | ZMQ_SNDMORE) < 0) return 0;
    bool is_sent = zmq_send(door->feed, identifier, 8, ZMQ_DONTWAIT | ZMQ_SNDMORE) >= 0
        && zmq_send(door->feed, verb, strlen(verb), ZMQ_DONTWAIT | ZMQ_SNDMORE) >= 0
        && zmq_send(door->feed, json, strlen(json), ZMQ_DONTWAIT) >= 0;
    return is_sent ? number : 0;
}

// Receives one message of at most FRAMES frames; gives their count, 0 when there is no message, -1 when it has more.
static int receive(void *socket, zmq_msg_t *frames) {
    int count = 0;
    for (;;) {
        zmq_msg_t frame;
        zmq_msg_init(&frame);
        if (zmq_msg_recv(&frame, socket, ZMQ_DONTWAIT) < 0) {
            zmq_msg_close(&frame);
            if (zmq_errno() == EINTR) continue;
            break;
        }
        bool has_more = zmq_msg_more(&frame) != 0;
        if (count < FRAMES) zmq_msg_init(&frames[count]), zmq_msg_move(&frames[count], &frame);
        zmq_msg_close(&frame);
        count++;
        if (!has_more) break;
    }
    if (count <= FRAMES) return count;
    for (int index = 0; index < FRAMES; index++) zmq_msg_close(&frames[index]);
    return -1;
}

static struct text text_of(zmq_msg_t *frame) { return (struct text){zmq_msg_data(frame), zmq_msg_size(frame)}; }

static bool is_text(struct text text, const char *other) {
    return text.length == strlen(other) && memcmp(text.at, other, text.length) == 0;
}

// --- Answers -------------------------------------------------------------------------------------------------------

static bool number_in(struct text json, const char *name, int64_t *number) {
    struct text value;
    return json_member(json, name, &value) && json_number(value, number);
}

static bool string_in(struct text json, const char *name, struct text *content) {
    struct text value;
    return json_member(json, name, &value) && json_string(value, content);
}

static int hear_welcome(struct door *door, struct state *state, struct text json) {
    struct text epoch;
    int64_t head, acked, floor;
    if (!string_in(json, "epoch", &epoch) || epoch.length != 36 || strspn(epoch.at, "0123456789abcdef-") < 36
        || !number_in(json, "head", &head) || !number_in(json, "acked", &acked) || !number_in(json, "floor", &floor))
        return say(LOST, "a WELCOME that is not understood");
    if (state->epoch[0] != 0 && (!is_text(epoch, state->epoch) || head < state->offset))
        return say(EPOCH_CHANGED, "epoch changed: the feed has epoch %.36s and ends at %" PRId64 ", and we had come to %" PRId64
            " in %s. Talk to the operator before you begin again with a new state file.", epoch.at, head, state->offset, state->epoch);
    if (state->offset < floor)
        return say(GONE, "gone: entries up to %" PRId64 " are no longer kept; take a SNAPSHOT (docs/partner-guide.md)", floor);
    if (state->epoch[0] == 0) {
        memcpy(state->epoch, epoch.at, 36);
        if (!state_commit(state, 0)) return FAILED;
    }
    door->is_greeted = true;
    door->head = head;
    door->acked = acked < state->offset ? acked : state->offset;
    if (door->until < 0) door->until = head;
    return GO_ON;
}

// One line of FILE.events. Line breaks are lawful between the tokens of JSON only, where a space is as good.
static bool append_event(struct state *state, int64_t offset, struct text body) {
    char line[64], *copy = malloc(body.length + 2);
    if (copy == NULL) return say(false, "no memory for an event");
    for (size_t index = 0; index < body.length; index++)
        copy[index] = body.at[index] == '\n' || body.at[index] == '\r' ? ' ' : body.at[index];
    memcpy(copy + body.length, "}\n", 2);
    int length = snprintf(line, sizeof line, "{\"offset\":%" PRId64 ",\"event\":", offset);
    bool is_done = state_append(state, line, (size_t)length) && state_append(state, copy, body.length + 2);
    free(copy);
    return is_done;
}

static void print_event(int64_t offset, struct text body) {
    const char *names[] = {"sequence", "type", "subject"};
    printf("%" PRId64, offset);
    for (int index = 0; index < 3; index++) {
        struct text value = {"-", 1};
        (void)string_in(body, names[index], &value);
        printf("\t%.*s", (int)value.length, value.at);
    }
    putchar('\n');
    fflush(stdout);
}

static int hear_events(struct door *door, struct options *options, struct state *state, struct text json, zmq_msg_t *bodies, int count) {
    struct text epoch, rest, entry;
    if (!string_in(json, "epoch", &epoch) || !is_text(epoch, state->epoch) || !number_in(json, "head", &door->head)
        || !json_member(json, "entries", &rest))
        return say(LOST, "EVENTS of another epoch, or not understood");
    int found = 0, more;
    while ((more = json_next(&rest, &entry)) == 1 && found < count) {
        int64_t offset;
        if (!number_in(entry, "offset", &offset) || offset != state->offset + 1 + found)
            return say(LOST, "EVENTS with a hole after %" PRId64, state->offset + found);
        struct text body = text_of(&bodies[found++]);
        if (!json_is_value(body)) return say(FAILED, "event %" PRId64 " is not JSON", offset);
    }
    if (more != 0 || found != count) return say(LOST, "EVENTS with %d frames that do not fit their entries", count);
    door->works = true;
    if (count == 0) return GO_ON;
    int64_t first = state->offset + 1;
    for (int index = 0; index < count; index++)
        if (!append_event(state, first + index, text_of(&bodies[index]))) return FAILED;
    if (!state_commit(state, first + count - 1)) return FAILED;
    for (int index = 0; index < count; index++) print_event(first + index, text_of(&bodies[index]));
    if (options->count > 0) options->count -= count;
    // Nothing was read while the effect was made, and the request is answered: the door is not to blame for that time.
    door->heard = now_ms();
    door->deadline = INT64_MAX;
    return GO_ON;
}

static int hear_fault(struct text json) {
    struct text code = {"?", 1}, message = {"", 0};
    (void)string_in(json, "code", &code);
    (void)string_in(json, "message", &message);
    int result = is_text(code, "busy") ? LOST : is_text(code, "epoch-changed") ? EPOCH_CHANGED
        : is_text(code, "gone") ? GONE : is_text(code, "denied") ? DENIED : FAILED;
    return say(result, "%.*s: %.*s", (int)code.length, code.at, (int)message.length, message.at);
}

static int hear_feed(struct door *door, struct options *options, struct state *state) {
    zmq_msg_t frames[FRAMES];
    int count = receive(door->feed, frames), result = GO_ON;
    if (count < 0) return say(LOST, "a message with too many frames");
    if (count == 0) return GO_ON;
    door->heard = now_ms();
    uint64_t number = 0;
    struct text identifier = count >= 4 ? text_of(&frames[1]) : (struct text){"", 0};
    for (size_t index = 0; index < identifier.length && index < 8; index++)
        number = number << 8 | (unsigned char)identifier.at[index];
    if (identifier.length == 8 && number == door->asked) {  // anything else answers an ACK
        struct text verb = text_of(&frames[2]), json = text_of(&frames[3]);
        door->asked = 0;
        if (is_text(verb, "WELCOME")) result = hear_welcome(door, state, json);
        else if (is_text(verb, "EVENTS")) result = hear_events(door, options, state, json, frames + 4, count - 4);
        else if (is_text(verb, "ERR")) result = hear_fault(json);
        else if (!is_text(verb, "OK")) result = say(LOST, "an answer that is not understood");
    }
    for (int index = 0; index < count; index++) zmq_msg_close(&frames[index]);
    return result;
}

static int hear_live(struct door *door, struct state *state) {
    zmq_msg_t frames[FRAMES];
    int count = receive(door->live, frames), result = GO_ON;
    if (count < 0) return say(LOST, "a message with too many frames");
    if (count == 3 && door->is_greeted && zmq_msg_size(&frames[1]) == HEADER) {
        const unsigned char *header = zmq_msg_data(&frames[1]);
        char epoch[37];
        uint64_t head = 0;
        for (int index = 28; index < 36; index++) head = head << 8 | header[index];
        snprintf(epoch, sizeof epoch, "%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x", header[4], header[5],
            header[6], header[7], header[8], header[9], header[10], header[11], header[12], header[13], header[14], header[15],
            header[16], header[17], header[18], header[19]);
        if (memcmp(header, "VB\x01", 3) == 0) {
            door->heard = now_ms();
            if (strcmp(epoch, state->epoch) != 0) result = say(LOST, "live messages of another epoch");
            // Whoever has something answers a waiting fetch at once: if not, the fetch is lost.
            else if (head > (uint64_t)state->offset && door->deadline > door->heard + door->patience)
                door->deadline = door->heard + door->patience;
        }
    }
    for (int index = 0; index < count; index++) zmq_msg_close(&frames[index]);
    return result;
}

static int hear_monitor(void *monitor) {
    zmq_msg_t frames[FRAMES];
    int count = receive(monitor, frames);
    uint16_t event = 0;
    if (count >= 1 && zmq_msg_size(&frames[0]) >= sizeof event) memcpy(&event, zmq_msg_data(&frames[0]), sizeof event);
    for (int index = 0; index < count; index++) zmq_msg_close(&frames[index]);
    if (count <= 0) return GO_ON;
    if (event == ZMQ_EVENT_HANDSHAKE_FAILED_AUTH) return say(DENIED, "denied: the door does not admit our key");
    return say(LOST, "the handshake fails: is this the key of the server?");
}

// --- The loop ------------------------------------------------------------------------------------------------------

static bool is_done(const struct options *options, const struct state *state, int64_t until) {
    return is_stopping || options->count == 0 || (options->until_head && until >= 0 && state->offset >= until);
}

static void ask_for_more(struct door *door, const struct options *options, const struct state *state) {
    char json[256];
    int64_t most = options->count > 0 && options->count < 500 ? options->count : 500;
    if (!door->is_greeted) {
        snprintf(json, sizeof json, "{\"consumer\":\"%s\",\"versions\":[1]}", options->name);
        door->asked = ask(door, "HELLO", json);
    } else {
        snprintf(json, sizeof json, "{\"epoch\":\"%s\",\"from\":%" PRId64 ",\"max\":%" PRId64 ",\"maxBytes\":1048576,\"waitMs\":%d}",
            state->epoch, state->offset, most, WAIT_MS);
        door->asked = ask(door, "FETCH", json);
    }
    door->deadline = door->asked != 0 ? now_ms() + WAIT_MS * 3 / 2 + 500 : INT64_MAX;
}

static uint64_t acknowledge(struct door *door, const struct options *options, const struct state *state) {
    char json[256];
    snprintf(json, sizeof json, "{\"consumer\":\"%s\",\"epoch\":\"%s\",\"upTo\":%" PRId64 "}", options->name, state->epoch, state->offset);
    uint64_t number = ask(door, "ACK", json);
    if (number != 0) door->acked = state->offset, door->ack_at = now_ms() + 1000;
    return number;
}

static int follow(struct door *door, struct options *options, struct state *state) {
    zmq_pollitem_t items[] = {{.socket = door->live, .events = ZMQ_POLLIN}, {.socket = door->feed, .events = ZMQ_POLLIN},
        {.socket = door->monitors[0], .events = ZMQ_POLLIN}, {.socket = door->monitors[1], .events = ZMQ_POLLIN}};
    int result = GO_ON;
    while (result == GO_ON && !is_done(options, state, door->until)) {
        if (zmq_poll(items, 4, 100) < 0 && zmq_errno() != EINTR) return say(FAILED, "poll: %s", zmq_strerror(zmq_errno()));
        if (items[0].revents != 0) result = hear_live(door, state);
        if (result == GO_ON && items[1].revents != 0) result = hear_feed(door, options, state);
        for (int index = 2; index < 4; index++)
            if (result == GO_ON && items[index].revents != 0) result = hear_monitor(items[index].socket);
        int64_t now = now_ms();
        if (result == GO_ON && (now > door->heard + SILENCE_MS || now > door->deadline)) result = say(LOST, "no answer");
        if (result != GO_ON) break;
        if (door->asked == 0) ask_for_more(door, options, state);
        if (door->is_greeted && state->offset - door->acked >= (now >= door->ack_at ? 1 : 200)) acknowledge(door, options, state);
    }
    if (result != GO_ON) return result;
    // The last acknowledgement: what comes before its OK is not needed any more.
    door->asked = door->is_greeted && state->offset > 0 ? acknowledge(door, options, state) : 0;
    for (int64_t end = now_ms() + 1000; door->asked != 0 && now_ms() < end;) {
        if (zmq_poll(&items[1], 1, 100) <= 0) continue;
        if (hear_feed(door, options, state) != GO_ON) break;
    }
    return DONE;
}

// --- The command line ----------------------------------------------------------------------------------------------

static bool read_key(const char *path, const char *name, char key[41]) {
    FILE *file = fopen(path, "re");
    if (file == NULL) return say(false, "cannot read %s", path);
    char line[256], word[16], value[42];
    bool is_found = false;
    struct stat status;
    bool is_open_to_others = fstat(fileno(file), &status) != 0 || (status.st_mode & 077) != 0;
    while (!is_found && fgets(line, sizeof line, file) != NULL)
        is_found = line[0] != '#' && sscanf(line, "%15s %41s", word, value) == 2 && strcmp(word, name) == 0 && strlen(value) == 40;
    fclose(file);
    if (!is_found) return say(false, "%s has no line `%s` with 40 characters", path, name);
    if (strcmp(name, "secret") == 0 && is_open_to_others)
        return say(false, "%s holds a secret and others may read it: chmod 600 %s", path, path);
    memcpy(key, value, 41);
    return true;
}

static bool is_local(const char *address) {
    return strncmp(address, "ipc://", 6) == 0 || strncmp(address, "tcp://127.0.0.1:", 16) == 0;
}

static bool read_options(int count, char **words, struct options *options) {
    enum { LIVE = 1, FEED, KEYS, SERVER_KEY, STATE, NAME, COUNT, UNSECURED, UNTIL_HEAD, FAIL_WHEN_DENIED };
    static const struct option known[] = {{"live", 1, 0, LIVE}, {"feed", 1, 0, FEED}, {"keys", 1, 0, KEYS},
        {"server-key", 1, 0, SERVER_KEY}, {"state", 1, 0, STATE}, {"name", 1, 0, NAME}, {"count", 1, 0, COUNT},
        {"unsecured", 0, 0, UNSECURED}, {"until-head", 0, 0, UNTIL_HEAD}, {"fail-when-denied", 0, 0, FAIL_WHEN_DENIED}, {0}};
    *options = (struct options){.name = "voorbeeld", .count = -1};
    for (int option; (option = getopt_long(count, words, "", known, NULL)) != -1;) {
        switch (option) {
        case LIVE: options->live = optarg; break;
        case FEED: options->feed = optarg; break;
        case KEYS: options->keys = optarg; break;
        case SERVER_KEY: options->server_key = optarg; break;
        case STATE: options->state = optarg; break;
        case NAME: options->name = optarg; break;
        case UNSECURED: options->is_unsecured = true; break;
        case UNTIL_HEAD: options->until_head = true; break;
        case FAIL_WHEN_DENIED: options->fail_when_denied = true; break;
        case COUNT:
            if (!json_number((struct text){optarg, strlen(optarg)}, &options->count) || options->count < 1)
                return say(false, "--count begins at 1");
            break;
        default: return false;
        }
    }
    size_t length = strlen(options->name);
    if (optind != count || options->live == NULL || options->feed == NULL || options->state == NULL)
        return say(false, "use: kvo_partner --live ADDRESS --feed ADDRESS --state FILE --keys FILE --server-key FILE"
            " [--name NAME] [--count N] [--until-head] [--fail-when-denied] | --unsecured instead of the keys");
    if (length < 1 || length > 64 || strspn(options->name, "abcdefghijklmnopqrstuvwxyz0123456789.-_:") != length)
        return say(false, "--name has 1 to 64 characters out of a-z, 0-9 and . - _ :");
    if (options->is_unsecured && !(is_local(options->live) && is_local(options->feed)))
        return say(false, "--unsecured is for ipc:// and loopback addresses only: use keys");
    if (options->is_unsecured == (options->keys != NULL) || (options->keys != NULL) != (options->server_key != NULL))
        return say(false, "give --keys and --server-key, or --unsecured");
    return true;
}

int main(int count, char **words) {
    struct options options;
    struct keys keys;
    struct state state;
    if (!read_options(count, words, &options)) return USAGE;
    if (!options.is_unsecured
        && !(read_key(options.keys, "public", keys.public_key) && read_key(options.keys, "secret", keys.secret_key)
            && read_key(options.server_key, "public", keys.server_key)))
        return USAGE;
    struct sigaction action = {.sa_handler = on_signal};
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGINT, &action, NULL);
    srandom((unsigned)time(NULL) ^ (unsigned)getpid());
    int result = state_open(&state, options.state) ? GO_ON : FAILED, failures = 0;
    int64_t until = -1;
    while (result == GO_ON && !is_done(&options, &state, until)) {
        struct door door = {.until = until, .heard = now_ms(), .deadline = INT64_MAX, .patience = 1000LL << (failures < 4 ? failures : 4)};
        door.context = zmq_ctx_new();  // nothing of the earlier sockets stays
        door.live = open_socket(&door, ZMQ_SUB, options.live, options.is_unsecured ? NULL : &keys, 0);
        door.feed = open_socket(&door, ZMQ_DEALER, options.feed, options.is_unsecured ? NULL : &keys, 1);
        result = door.live != NULL && door.feed != NULL ? follow(&door, &options, &state) : FAILED;
        until = door.until;
        close_door(&door);
        if (result == DENIED && options.fail_when_denied) break;
        if (result != LOST && result != DENIED) break;
        result = GO_ON;
        failures = door.works ? 1 : failures + 1;
        int64_t longest = failures < 10 ? 100LL << (failures - 1) : 32000;
        if (longest > 32000) longest = 32000;
        int64_t again = now_ms() + longest / 2 + (int64_t)((double)random() / RAND_MAX * (double)longest / 2);
        for (struct timespec step = {0, 50000000}; now_ms() < again && !is_stopping;) nanosleep(&step, NULL);
    }
    state_close(&state);
    return result == GO_ON ? DONE : result;
}
