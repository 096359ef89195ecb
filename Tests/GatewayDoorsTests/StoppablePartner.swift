/// A partner's program in Python that listens live without reading, and fetches when it is told to.
enum StoppablePartner {
    /// Listens live to all, says so, reads nothing more of it, and fetches the whole feed after a line of input.
    static let script = """
        import json, sys, zmq
        live_at, feed_at, server, public, secret, epoch, count = sys.argv[1:]
        context = zmq.Context()
        def connect(kind, address):
            socket = context.socket(kind)
            socket.curve_serverkey, socket.curve_publickey = server.encode(), public.encode()
            socket.curve_secretkey = secret.encode()
            socket.connect(address)
            return socket
        live = connect(zmq.SUB, live_at)
        for topic in (b"", b"!sync/python"): live.setsockopt(zmq.SUBSCRIBE, topic)
        while live.recv_multipart()[0] != b"!sync/python": pass
        print("listening", flush=True)
        sys.stdin.readline()
        feed = connect(zmq.DEALER, feed_at)
        have = 0
        while have < int(count):
            wants = {"epoch": epoch, "from": have, "max": 500, "maxBytes": 1048576, "waitMs": 1000}
            feed.send_multipart([b"FB1", b"1", b"FETCH", json.dumps(wants).encode()])
            magic, number, verb, head, *bodies = feed.recv_multipart()
            assert verb == b"EVENTS", (verb, head)
            for entry in json.loads(head)["entries"]:
                assert entry["offset"] == have + 1
                have += 1
        print("fetched", have, flush=True)
        context.destroy(0)
        """
}
