/// A peer with the library's own binding that says one word to the server and echoes what it gets; at the word "stop" its
/// process stands still.
enum StoppingPeer {
    static let script = """
        import os, signal, sys, time, zmq
        address, server, public, secret = (text.encode() for text in sys.argv[1:])
        peer = zmq.Context().socket(zmq.DEALER)
        # The server never pings; that the client does, and within which time it is missed, is the client's to say.
        peer.heartbeat_ivl, peer.heartbeat_timeout, peer.heartbeat_ttl = 100, 1500, 1500
        peer.curve_serverkey, peer.curve_publickey, peer.curve_secretkey = server, public, secret
        peer.connect(address.decode())
        peer.send(b"hello")
        while True:
            parts = peer.recv_multipart()
            if parts == [b"stop"]:
                # A message ends the time that the last ping gave: several pings come after it before the process stops.
                time.sleep(0.5)
                os.kill(os.getpid(), signal.SIGSTOP)
            peer.send_multipart(parts)
        """
}
