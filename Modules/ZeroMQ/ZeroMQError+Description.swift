extension ZeroMQError: CustomStringConvertible {
    /// Tells in one sentence what was refused, why, and what to do.
    package var description: String {
        let place = endpoint.map { " on \($0)" } ?? ""
        return "Could not \(operation.rawValue)\(place): \(code.explanation)."
    }
}

extension ZeroMQError.Code {
    /// Gives the reason and the remedy, without the final full stop.
    package var explanation: String {
        switch self {
        case .addressInUse:
            "another socket already listens there; stop that process or choose another address"
        case .addressNotAvailable:
            "this host has no such address; use one of its own in numbers, such as 127.0.0.1, or * for all of them"
        case .permissionDenied:
            "the system denies access; check who owns the socket file and its directory, or choose a port above 1023"
        case .notASocket:
            "a file that is no socket stands there and would be lost; move it or choose another path"
        case .directoryMissing(let directory):
            "the directory \(directory) does not exist; create it first"
        case .pathTooLong(let bytes):
            "the path has \(bytes) bytes and a Unix socket path may have \(Address.pathLimit); choose a shorter one"
        case .notLocal:
            "unsecured endpoints are local only (ipc://, inproc://, tcp:// on 127.x.x.x, [::1] or localhost); "
                + "use a CURVE endpoint to be reached from elsewhere"
        case .malformedEndpoint(let reason):
            "\(reason); write ipc://<path>, inproc://<name> or tcp://<host>:<port>, as tcp://127.0.0.1:5555"
        case .portNeeded:
            "a wildcard port can be bound but not connected to; give the port that the other side is bound to"
        case .hostNeeded:
            "* can be bound but not connected to; give the host that the other side runs on"
        case .terminated:
            "the messaging thread was shut down; start a new one"
        case .closed:
            "the socket is closed; open a new one"
        case .tooLarge(let bytes, let limit):
            "a frame has \(bytes) bytes and the other side accepts \(limit); send less or send a reference"
        case .wrongKind(let kind):
            "a \(kind) socket cannot do this; open a socket of the right kind"
        case .limitReached:
            "the limit of open files or sockets is reached; raise LimitNOFILE or close sockets"
        case .curveMissing:
            "the library was built without CURVE; install a libzmq with libsodium"
        case .securityFixed:
            "the socket was bound or connected with other security before; open a new socket"
        case .cannotSecure:
            "inproc:// connections have no handshake; use tcp:// or ipc:// with CURVE"
        case .authenticatorExists:
            "this messaging thread has an authenticator already; use that one"
        case .authenticatorElsewhere:
            "the authenticator belongs to another messaging thread; use the one of this socket's thread"
        case .selfTestFailed(let finding):
            "\(finding); stop this process, keep its log and report it, since no CURVE address of it is safe to offer"
        case .system(let number):
            "the system says \"\(SystemCall.text(of: number))\" (error \(number)); see zmq(7)"
        }
    }
}
