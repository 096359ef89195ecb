/// The scripts of peers in another language with the library's own binding, to show that the contract is enough to join.
enum PythonPeer {
    /// The consumer algorithm of the bus contract over SUB and DEALER; applies `count` events and acknowledges them.
    ///
    /// With `deaf` it drops every live event, so that all must come from the feed. Three more arguments secure it: the
    /// publisher's public key and its own public and secret keys.
    static let consumer = """
        import json, struct, sys, time, zmq
        live_at, feed_at, count, deaf = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4] == "deaf"
        table = []
        for byte in range(256):
            for _ in range(8): byte = byte >> 1 ^ (0x82F63B78 if byte & 1 else 0)
            table.append(byte)
        def crc32c(data):
            r = 0xFFFFFFFF
            for b in data: r = r >> 8 ^ table[(r ^ b) & 255]
            return r ^ 0xFFFFFFFF
        context = zmq.Context()
        live = context.socket(zmq.SUB); live.setsockopt(zmq.SUBSCRIBE, b"")
        feed = context.socket(zmq.DEALER); feed.setsockopt(zmq.IMMEDIATE, 1)
        for socket in (live, feed) if len(sys.argv) > 5 else ():
            socket.curve_serverkey, socket.curve_publickey, socket.curve_secretkey = map(str.encode, sys.argv[5:8])
        live.connect(live_at); feed.connect(feed_at)
        number, epoch, position, head, fetching = 0, None, 0, 0, None
        from_live = from_feed = 0
        def ask(verb, body):
            global number
            number += 1
            feed.send_multipart([b"FB1", struct.pack(">Q", number), verb, json.dumps(body).encode()])
            return number
        def apply(offset, body):
            global position
            assert offset == position + 1, (offset, position)
            assert body == b"event %d" % offset, body
            position = offset
        poller = zmq.Poller(); poller.register(live, zmq.POLLIN); poller.register(feed, zmq.POLLIN)
        ask(b"HELLO", {"consumer": "python", "versions": [1]})
        limit = time.monotonic() + 20
        while position < count:
            if time.monotonic() > limit: sys.exit("stuck at %d of %d" % (position, head))
            ready = dict(poller.poll(100))
            while live in ready:
                try: topic, header, body = live.recv_multipart(zmq.DONTWAIT)
                except zmq.Again: break
                name, version, kind, life, offset, end, sent, flags, check = struct.unpack(">2sBB16sQQQII", header)
                assert (name, version) == (b"VB", 1) and check == crc32c(body)
                if epoch is None: continue
                assert life.hex() == epoch.replace("-", "")
                head = max(head, end)
                if chr(kind) == "E" and offset == position + 1 and not deaf:
                    apply(offset, body); from_live += 1
            if feed in ready:
                magic, asked, verb, head_json, *bodies = feed.recv_multipart()
                answer = json.loads(head_json)
                assert magic == b"FB1"
                if verb == b"WELCOME": epoch, head = answer["epoch"], answer["head"]
                elif verb == b"EVENTS":
                    assert struct.unpack(">Q", asked)[0] == fetching
                    fetching = None
                    for entry, body in zip(answer["entries"], bodies):
                        if entry["offset"] == position + 1: apply(entry["offset"], body); from_feed += 1
                else: assert verb == b"OK", (verb, answer)
            if epoch is not None and fetching is None:
                wants = {"epoch": epoch, "from": position, "max": 100, "maxBytes": 1048576, "waitMs": 1000}
                fetching = ask(b"FETCH", wants)
        acknowledged = ask(b"ACK", {"consumer": "python", "epoch": epoch, "upTo": position})
        while True:
            magic, asked, verb, *rest = feed.recv_multipart()
            if struct.unpack(">Q", asked)[0] == acknowledged: break
        assert verb == b"OK", verb
        print("applied", position, "all" if from_live + from_feed == position else "some")
        context.destroy(0)
        """

    /// The least that a partner needs to read a feed.
    static let request = """
        import json, sys, zmq
        feed = zmq.Context().socket(zmq.REQ)
        feed.connect(sys.argv[1])
        feed.send_multipart([b"FB1", b"1", b"HELLO", json.dumps({"consumer": "req", "versions": [1]}).encode()])
        epoch = json.loads(feed.recv_multipart()[3])["epoch"]
        wants = {"epoch": epoch, "from": 0, "max": 500, "maxBytes": 1048576, "waitMs": 0}
        feed.send_multipart([b"FB1", b"2", b"FETCH", json.dumps(wants).encode()])
        magic, number, verb, head, *bodies = feed.recv_multipart()
        print(number.decode(), verb.decode(), b",".join(bodies).decode())
        """
}
