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
            "this host has no such address; use ipc:// or tcp://127.0.0.1"
        case .permissionDenied:
            "the system denies access; check who owns the socket file and its directory, or choose a port above 1023"
        case .notASocket:
            "a file that is no socket stands there and would be lost; move it or choose another path"
        case .directoryMissing(let directory):
            "the directory \(directory) does not exist; create it first"
        case .pathTooLong(let bytes):
            "the path has \(bytes) bytes and a Unix socket path may have \(LocalEndpoint.pathLimit); choose a shorter one"
        case .notLocal:
            "unsecured endpoints are local only (ipc://, inproc://, tcp:// on 127.x.x.x, [::1] or localhost); "
                + "use a CURVE endpoint to be reached from elsewhere"
        case .malformedEndpoint(let reason):
            "\(reason); write ipc://<path>, inproc://<name> or tcp://127.0.0.1:<port>"
        case .portNeeded:
            "a wildcard port can be bound but not connected to; give the port that the other side is bound to"
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
        case .system(let number):
            "the system says \"\(SystemCall.text(of: number))\" (error \(number)); see zmq(7)"
        }
    }
}
