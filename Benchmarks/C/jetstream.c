/* Publishes to NATS JetStream at an even pace and hears it again: the peer of a partner's latency.
 *
 *   jetstream URL
 *
 * Each line of input, `<events> <microseconds between them>`, is answered with the milliseconds from the call to
 * publish, which waits for the server's confirmation, until the subscriber's callback: of half, and of 99 of 100.
 * Stream on file; Debian's server 2.9 does not sync it.
 */
#define _POSIX_C_SOURCE 200809L
#include <nats/nats.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { BYTES = 500, MOST = 1000000 };

static double delays[MOST];
static atomic_long received;

static long long nanoseconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static void check(natsStatus status, const char *what) {
    if (status == NATS_OK) return;
    fprintf(stderr, "jetstream: %s: %s\n", what, natsStatus_GetText(status));
    exit(1);
}

static void hear(natsConnection *connection, natsSubscription *subscription, natsMsg *message, void *closure) {
    (void)connection, (void)subscription, (void)closure;
    long long sent;
    memcpy(&sent, natsMsg_GetData(message), sizeof sent);
    long number = atomic_load(&received);
    if (number < MOST) delays[number] = (nanoseconds() - sent) / 1e6;
    atomic_store(&received, number + 1);
    natsMsg_Ack(message, NULL);
    natsMsg_Destroy(message);
}

static int ascending(const void *left, const void *right) {
    double difference = *(const double *)left - *(const double *)right;
    return (difference > 0) - (difference < 0);
}

int main(int count, char **arguments) {
    natsConnection *connection = NULL;
    natsSubscription *subscription = NULL;
    jsCtx *stream = NULL;
    jsStreamConfig config;
    if (count != 2) return 64;
    check(natsConnection_ConnectTo(&connection, arguments[1]), "connect");
    check(natsConnection_JetStream(&stream, connection, NULL), "context");
    check(jsStreamConfig_Init(&config), "configuration");
    config.Name = "measured";
    config.Subjects = (const char *[1]){"measured"};
    config.SubjectsLen = 1;
    config.Storage = js_FileStorage;
    check(js_AddStream(NULL, stream, &config, NULL, NULL), "stream");
    jsSubOptions options;
    check(jsSubOptions_Init(&options), "options");
    options.ManualAck = true;
    check(js_Subscribe(&subscription, stream, "measured", hear, NULL, NULL, &options, NULL), "subscribe");
    long events, interval;
    unsigned char body[BYTES] = {0};
    while (scanf("%ld %ld", &events, &interval) == 2 && events > 0 && events <= MOST) {
        atomic_store(&received, 0);
        long long due = nanoseconds();
        for (long number = 0; number < events; number++) {
            struct timespec until = {due / 1000000000, due % 1000000000};
            clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, NULL);
            long long now = nanoseconds();
            memcpy(body, &now, sizeof now);
            check(js_Publish(NULL, stream, "measured", body, BYTES, NULL, NULL), "publish");
            due += interval * 1000;
        }
        for (int turn = 0; turn < 10000 && atomic_load(&received) < events; turn++) nats_Sleep(1);
        if (atomic_load(&received) != events) check(NATS_TIMEOUT, "the last event");
        qsort(delays, events, sizeof delays[0], ascending);
        printf("%.4f %.4f\n", delays[events / 2], delays[(long)(0.99 * events)]);
        fflush(stdout);
    }
    natsSubscription_Destroy(subscription);
    jsCtx_Destroy(stream);
    natsConnection_Destroy(connection);
    nats_Close();
    return 0;
}
