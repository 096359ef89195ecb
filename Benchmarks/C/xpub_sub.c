/* The peer of the transport measures: libzmq's own C, one XPUB and one SUB, each in a process of its own.
 *
 *   xpub_sub publish COUNT BYTES [SECRET_KEY]
 *   xpub_sub subscribe ENDPOINT COUNT BYTES [SERVER_KEY]
 *
 * The publisher writes its endpoint on standard output, waits for the subscription, sends COUNT messages of one part
 * and leaves when the subscriber has. It is at most two portions ahead of what the subscriber has confirmed, by one
 * more subscription a portion, so that no queue fills up and nothing is dropped. The subscriber checks size and order
 * and writes the messages per second, from the first to the last. With a key the connection is CURVE; nobody is asked
 * whether the client may come in, which costs nothing per message.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

enum { BATCH = 100, PORTION = 2000, HIGH_WATER = 10000 };

static const char everything[] = "", confirmation[] = "+";

static void check(int passed, const char *step) {
    if (passed) return;
    fprintf(stderr, "xpub_sub: %s: %s\n", step, zmq_strerror(zmq_errno()));
    exit(1);
}

static double seconds(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec + now.tv_nsec / 1e9;
}

static int publish(long count, size_t bytes, const char *secret) {
    void *context = zmq_ctx_new();
    void *socket = zmq_socket(context, ZMQ_XPUB);
    check(socket != NULL, "socket");
    int high_water = HIGH_WATER, yes = 1;
    check(zmq_setsockopt(socket, ZMQ_SNDHWM, &high_water, sizeof high_water) == 0, "limit");
    check(zmq_setsockopt(socket, ZMQ_XPUB_VERBOSE, &yes, sizeof yes) == 0, "verbose");
    if (secret != NULL) {
        check(zmq_setsockopt(socket, ZMQ_CURVE_SERVER, &yes, sizeof yes) == 0, "server");
        check(zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, secret, strlen(secret) + 1) == 0, "key");
    }
    check(zmq_bind(socket, "tcp://127.0.0.1:*") == 0, "bind");
    char endpoint[256];
    size_t size = sizeof endpoint;
    check(zmq_getsockopt(socket, ZMQ_LAST_ENDPOINT, endpoint, &size) == 0, "endpoint");
    printf("%s\n", endpoint);
    fflush(stdout);

    unsigned char *bodies = calloc(BATCH, bytes);
    check(bodies != NULL, "memory");
    for (int number = 0; number < BATCH; number++) {
        memset(bodies + number * bytes, 'x', bytes);
        bodies[number * bytes] = (unsigned char)number;
    }
    unsigned char change[8];
    check(zmq_recv(socket, change, sizeof change, 0) == 1 && change[0] == 1, "subscription");
    long allowed = 2 * PORTION;
    for (long sent = 0; sent < count; sent++) {
        if (sent == allowed) {
            check(zmq_recv(socket, change, sizeof change, 0) == 2 && change[1] == confirmation[0], "confirmation");
            allowed += PORTION;
        }
        zmq_msg_t message;
        check(zmq_msg_init_size(&message, bytes) == 0, "message");
        memcpy(zmq_msg_data(&message), bodies + (sent % BATCH) * bytes, bytes);
        check(zmq_msg_send(&message, socket, 0) >= 0, "send");
    }
    do check(zmq_recv(socket, change, sizeof change, 0) > 0, "end of the subscription");
    while (change[0] != 0);
    free(bodies);
    zmq_close(socket);
    zmq_ctx_term(context);
    return 0;
}

static int subscribe(const char *endpoint, long count, size_t bytes, const char *server) {
    void *context = zmq_ctx_new();
    void *socket = zmq_socket(context, ZMQ_SUB);
    check(socket != NULL, "socket");
    int high_water = HIGH_WATER;
    check(zmq_setsockopt(socket, ZMQ_RCVHWM, &high_water, sizeof high_water) == 0, "limit");
    if (server != NULL) {
        char public[41], secret[41];
        check(zmq_curve_keypair(public, secret) == 0, "key pair");
        check(zmq_setsockopt(socket, ZMQ_CURVE_SERVERKEY, server, strlen(server) + 1) == 0, "server's key");
        check(zmq_setsockopt(socket, ZMQ_CURVE_PUBLICKEY, public, sizeof public) == 0, "public key");
        check(zmq_setsockopt(socket, ZMQ_CURVE_SECRETKEY, secret, sizeof secret) == 0, "secret key");
    }
    check(zmq_setsockopt(socket, ZMQ_SUBSCRIBE, everything, 0) == 0, "subscribe");
    check(zmq_connect(socket, endpoint) == 0, "connect");

    zmq_msg_t message;
    zmq_msg_init(&message);
    double start = 0;
    for (long received = 0; received < count; received++) {
        check(zmq_msg_recv(&message, socket, 0) >= 0, "receive");
        const unsigned char *body = zmq_msg_data(&message);
        if (zmq_msg_size(&message) != bytes || body[0] != received % BATCH) {
            fprintf(stderr, "xpub_sub: message %ld is not the one that was sent\n", received);
            return 1;
        }
        if (received == 0) start = seconds();
        if (received % PORTION == PORTION - 1)
            check(zmq_setsockopt(socket, ZMQ_SUBSCRIBE, confirmation, 1) == 0, "confirm");
    }
    printf("%.1f\n", (count - 1) / (seconds() - start));
    fflush(stdout);
    zmq_msg_close(&message);
    zmq_close(socket);
    zmq_ctx_term(context);
    return 0;
}

int main(int count, char **arguments) {
    const char *role = count > 1 ? arguments[1] : "";
    if (strcmp(role, "publish") == 0 && count >= 4)
        return publish(atol(arguments[2]), (size_t)atol(arguments[3]), count > 4 ? arguments[4] : NULL);
    if (strcmp(role, "subscribe") == 0 && count >= 5)
        return subscribe(
            arguments[2], atol(arguments[3]), (size_t)atol(arguments[4]), count > 5 ? arguments[5] : NULL);
    fprintf(stderr, "usage: see the head of xpub_sub.c\n");
    return 64;
}
