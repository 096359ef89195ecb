#ifndef CZEROMQ_SHIM_H
#define CZEROMQ_SHIM_H

#include <sys/eventfd.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <zmq.h>

// The library takes this option, but its header shows it to those who ask for drafts only.
#ifndef ZMQ_ZAP_ENFORCE_DOMAIN
#define ZMQ_ZAP_ENFORCE_DOMAIN 93
#endif

// A system call, because the optimiser may move `pthread_self` (declared const) across an `await`.
static inline int czeromq_thread_id(void) {
    return (int)syscall(SYS_gettid);
}

// `prctl` is variadic, so Swift cannot call it.
static inline void czeromq_name_current_thread(const char *name) {
    prctl(PR_SET_NAME, name);
}

#endif
