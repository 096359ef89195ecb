"""One pair of sockets to a partner's door of Keurmerk: the algorithm of docs/partner-guide.md, "What you must do"."""
import json
import struct
import sys
import time
import uuid

import zmq
from crc32c import crc32c
from zmq.utils.monitor import recv_monitor_message

HEADER = struct.Struct(">2sBB16sQQQII")  # VB, version, kind, epoch, offset, head, sent, flags, CRC-32C of the body
NO_CONNECTION = zmq.EVENT_HANDSHAKE_FAILED_AUTH | zmq.EVENT_HANDSHAKE_FAILED_NO_DETAIL
MEMBERS = {  # what must be in the JSON of each answer
    b"WELCOME": {"epoch", "head", "floor", "acked"}, b"EVENTS": {"epoch", "entries"}, b"OK": set(),
    b"SNAP": {"epoch", "entries", "asOf", "isLast"}, b"ERR": {"code", "message"},
}

class Lost(Exception): "These sockets are of no use any more: new ones after a pause."
class Denied(Lost): "Our key is not admitted, and libzmq never tries again with these sockets."

def say(text):
    print(f"kvo_partner: {text}", file=sys.stderr, flush=True)

def stop(code, text):
    say(text)
    sys.exit(code)

class Door:
    """Lives from connecting until the sockets are lost or nothing is left to do."""

    def __init__(self, options, state, context, patience):
        self.options, self.state, self.works = options, state, False  # works: it has brought us something
        self.welcome = self.page = self.asked = None  # page: where a SNAPSHOT has come; asked: the request under way
        self.heard, self.deadline, self.ask_at, self.ack_at = time.monotonic(), float("inf"), 0, 0
        self.patience = patience  # seconds in which something that is there must come
        self.poller, self.live, self.feed = zmq.Poller(), context.socket(zmq.SUB), context.socket(zmq.DEALER)
        self.live.maxmsgsize, self.live.sndhwm, self.live.rcvhwm = 131_072, 0, 10_000
        self.feed.maxmsgsize, self.feed.immediate = 1_048_576, 1  # queue nothing for a connection that is not there
        self.feed.heartbeat_ivl, self.feed.heartbeat_timeout, self.feed.heartbeat_ttl = 2000, 6000, 6000
        for socket, address in (self.live, options.live), (self.feed, options.feed):
            socket.linger, socket.handshake_ivl, socket.tcp_keepalive = 0, 5000, 1
            if options.keys:
                socket.curve_publickey, socket.curve_secretkey = options.keys["public"], options.keys["secret"]
                socket.curve_serverkey = options.server_key["public"]
            self.poller.register(socket.get_monitor_socket(NO_CONNECTION), zmq.POLLIN)
            self.poller.register(socket, zmq.POLLIN)
            socket.connect(address)
        self.live.subscribe(b"")

    def follow(self, is_done):
        while not is_done():
            for socket, _ in self.poller.poll(100):
                if socket is self.live:
                    self.hear_live()
                elif socket is self.feed:
                    self.hear_feed()
                elif recv_monitor_message(socket)["event"] == zmq.EVENT_HANDSHAKE_FAILED_AUTH:
                    raise Denied("the door does not admit our key")
                else:
                    raise Lost("the handshake fails: is this the key of the server?")
            now = time.monotonic()
            if now > min(self.deadline, self.heard + 3): raise Lost("no answer")
            if not self.asked and now >= self.ask_at: self.ask_for_more(now)
            if self.welcome and self.state.position - self.acked >= (1 if now >= self.ack_at else 200):
                if self.ask("ACK", upTo=self.state.position): self.acked, self.ack_at = self.state.position, now + 1
        if self.welcome and self.state.position > self.welcome["acked"]:
            number, heard = self.ask("ACK", upTo=self.state.position), None
            while number and heard != number and self.feed.poll(1000): heard = self.feed.recv_multipart()[1]

    def ask(self, verb, **fields):
        """Sends a request and gives its number, or None when there is no connection (yet)."""
        if verb != "HELLO": fields["epoch"] = self.state.epoch
        if verb in ("HELLO", "ACK", "PARKED"): fields["consumer"] = self.options.name
        number = uuid.uuid4().bytes
        try: self.feed.send_multipart([b"FB1", number, verb.encode(), json.dumps(fields).encode()], zmq.DONTWAIT)
        except zmq.Again: return None
        return number

    def ask_for_more(self, now):
        size = {"max": min(self.options.count or 500, 500), "maxBytes": 1_048_576}
        if not self.welcome: self.asked = self.ask("HELLO", versions=[1])
        elif self.page: self.asked = self.ask("SNAPSHOT", **self.page, **size)
        else: self.asked = self.ask("FETCH", waitMs=2000, **{"from": self.state.position}, **size)
        self.deadline = now + (10 if self.page else 3.5) if self.asked else float("inf")

    def hear_live(self):
        frames = self.live.recv_multipart()
        if not self.welcome or len(frames) != 3 or len(frames[1]) != HEADER.size: return
        magic, version, kind, epoch, offset, head, sent, flags, crc = HEADER.unpack(frames[1])
        if (magic, version) != (b"VB", 1) or crc != crc32c(frames[2]): return  # counts as lost: the feed has it
        if str(uuid.UUID(bytes=epoch)) != self.state.epoch: raise Lost("live messages of another epoch")
        self.heard = time.monotonic()
        if kind == ord("E") and offset == self.state.position + 1 and not self.page:
            self.keep([(offset, frames[2])], offset)
        if head > self.state.position and not self.page:  # fetch now; a fetch that is not answered soon is lost
            self.ask_at, self.deadline = min(self.ask_at, self.heard), min(self.deadline, self.heard + self.patience)

    def hear_feed(self):
        frames, self.heard = self.feed.recv_multipart(), time.monotonic()
        if frames[1:2] != [self.asked]: return  # of an ACK or PARKED
        try:
            verb, answer, bodies = frames[2], json.loads(frames[3]), frames[4:]
            if not MEMBERS[verb] <= answer.keys(): raise ValueError
            entries = [(entry["offset"], body) for entry, body in zip(answer.get("entries", []), bodies, strict=True)]
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
            raise Lost("an answer that is not understood")
        self.asked, self.ask_at, self.deadline = None, self.heard, float("inf")
        if verb == b"WELCOME": self.begin(answer)
        elif verb == b"ERR": self.meet(answer["code"], f"{answer['code']}: {answer['message']}")
        elif answer.get("epoch") != self.state.epoch: raise Lost("an answer of another epoch")
        else: self.take(verb, answer, entries)

    def begin(self, welcome):
        epoch, position = self.state.epoch, self.state.position
        if epoch and (epoch != welcome["epoch"] or position > welcome["head"]):
            stop(3, f"epoch changed: the feed has epoch {welcome['epoch']} and ends at {welcome['head']}, and we had come "
                    f"to {position} in {epoch}. Talk to the operator before you begin again with a new state file.")
        if not epoch: self.state.begin(welcome["epoch"])
        self.welcome, self.acked = welcome, min(welcome["acked"], position)
        if self.options.until is None: self.options.until = welcome["head"]
        if position < welcome["floor"]: self.page = {"asOf": 0, "after": position}

    def take(self, verb, answer, entries):
        self.works = True
        if verb == b"SNAP":
            if not entries and not answer["isLast"]: raise Lost("a page of a snapshot that leads nowhere")
            self.page = None if answer["isLast"] else {"asOf": answer["asOf"], "after": entries[-1][0]}
            return self.keep(entries, answer["asOf"] if answer["isLast"] else self.state.position)
        fresh = [entry for entry in entries if entry[0] > self.state.position]
        if [offset for offset, _ in fresh] != [self.state.position + 1 + index for index in range(len(fresh))]:
            raise Lost("an answer with a hole")
        if fresh: self.keep(fresh, fresh[-1][0])
        elif entries: self.ask_at = self.heard + 0.5  # live was faster: do not carry everything twice

    def keep(self, entries, position):
        began, (lines, parked) = time.monotonic(), self.state.keep(entries, position)
        self.heard, self.deadline = time.monotonic(), self.deadline + time.monotonic() - began  # nothing was read meanwhile
        if self.options.count: self.options.count -= len(lines)
        for line in lines: print(line, flush=True)
        for offset, reason in parked:
            say(f"parked {offset}: {reason}")
            self.ask("PARKED", offset=offset, reason=reason)

    def meet(self, code, text):
        if code == "gone" and not self.page: self.page = {"asOf": 0, "after": self.state.position}
        elif code in ("busy", "gone"): raise Lost(text)
        elif code == "denied": raise Denied(text)
        else: stop(3 if code == "epoch-changed" else 1, text)
