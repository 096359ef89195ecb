#!/usr/bin/env python3
"""Follows a partner's door of Keurmerk and keeps every event once, in order; prints a line for each.

Exit status: 0 done (or SIGTERM), 1 failed, 2 wrong use, 3 the feed has another epoch, 4 denied (--fail-when-denied).
"""
import argparse
import os
import random
import re
import signal
import sys
import time

import zmq
from kvo_door import Denied, Door, Lost, say
from kvo_state import State

LOCAL = re.compile(r"ipc://.+|tcp://(127\.\d+\.\d+\.\d+|localhost|\[::1\]):\d+")


def key_file(path, wanted):
    """The keys in a file of lines `public <40 characters>` and `secret <40 characters>`."""
    with open(path) as lines:
        keys = dict(line.split() for line in lines if line.strip() and not line.startswith("#"))
    for name in wanted:
        if len(keys.get(name, "")) != 40:
            raise ValueError(f"{path} has no line `{name}` with 40 characters")
    if "secret" in keys and os.stat(path).st_mode & 0o077:
        raise ValueError(f"{path} holds a secret and others may read it: chmod 600 {path}")
    return {name: key.encode() for name, key in keys.items()}


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--live", required=True, metavar="ADDRESS", help="the live address of your door")
    parser.add_argument("--feed", required=True, metavar="ADDRESS", help="the feed address of your door")
    parser.add_argument("--keys", metavar="FILE", help="your .secret file")
    parser.add_argument("--server-key", metavar="FILE", help="the server's .public file")
    parser.add_argument("--state", required=True, metavar="FILE", help="SQLite file of events and position")
    parser.add_argument("--name", default="voorbeeld", help="name of this consumer, 1 to 64 of a-z 0-9 . - _ :")
    parser.add_argument("--unsecured", action="store_true", help="no keys; for ipc:// and loopback only")
    parser.add_argument("--until-head", action="store_true", help="end at the head that the first WELCOME tells")
    parser.add_argument("--count", type=int, metavar="N", help="end after N events")
    parser.add_argument("--fail-when-denied", action="store_true", help="end with 4 instead of trying again")
    parser.add_argument("--refuse", metavar="TYPE", help="to see parking: the effect of this type fails")
    options = parser.parse_args()
    options.until = None
    if options.unsecured and not (LOCAL.fullmatch(options.live) and LOCAL.fullmatch(options.feed)):
        parser.error("--unsecured is for ipc:// and loopback addresses only: use keys")
    if options.unsecured == bool(options.keys) or bool(options.keys) != bool(options.server_key):
        parser.error("give --keys and --server-key, or --unsecured")
    if options.count is not None and options.count < 1:
        parser.error("--count begins at 1")
    try:
        if options.keys:
            options.keys = key_file(options.keys, ["public", "secret"])
            options.server_key = key_file(options.server_key, ["public"])
    except (OSError, ValueError) as error:
        parser.error(str(error))
    return options


def main():
    options, stopping, failures = read_options(), [], 0
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopping.append(True))
    state = State(options.state, options.refuse)

    def is_done():
        at_head = options.until_head and options.until is not None and state.position >= options.until
        return stopping or options.count == 0 or at_head

    while not is_done():
        context = zmq.Context()  # nothing of the earlier sockets stays
        door = Door(options, state, context, patience=2 ** min(failures, 4))
        pause = 0
        try:
            door.follow(is_done)
        except Lost as lost:
            if isinstance(lost, Denied) and options.fail_when_denied:
                say(f"denied: {lost}")
                sys.exit(4)
            failures = 1 if door.works else failures + 1
            pause = min(32, 0.1 * 2 ** (failures - 1)) * random.uniform(0.5, 1)
            say(f"{'denied' if isinstance(lost, Denied) else 'lost'}: {lost}; new sockets in {pause:.1f} s")
        finally:
            context.destroy(linger=0)
        again = time.monotonic() + pause
        while time.monotonic() < again and not stopping:
            time.sleep(0.05)


if __name__ == "__main__":
    main()
