extension Address {
    /// Names the hosts that an address may stand for.
    enum Reach {
        case thisHost
        case anywhere
    }

    /// Carries a refusal before the whole address is known.
    struct Refusal: Error {
        let code: ZeroMQError.Code

        static func malformed(_ reason: String) -> Refusal {
            Refusal(code: .malformedEndpoint(reason))
        }
    }

    init(reading text: String, within reach: Reach) throws(Refusal) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            throw .malformed("the address has a space or a control character")
        }
        guard let mark = text.firstRange(of: "://") else { throw .malformed("the address has no ://") }
        let location = text[mark.upperBound...]
        guard let transport = Transport(rawValue: String(text[..<mark.lowerBound])) else {
            throw reach == .thisHost ? Refusal(code: .notLocal) : .malformed("the transport is not ipc, inproc or tcp")
        }
        guard !location.isEmpty else { throw .malformed("the address ends after ://") }
        switch transport {
        case .ipc: self = try Self.ipc(location)
        case .inproc: self = Address(transport: .inproc, location: String(location))
        case .tcp: self = try Self.tcp(location, within: reach)
        }
    }

    private static func ipc(_ path: Substring) throws(Refusal) -> Address {
        // An abstract name has no owner and no permissions: every user of the host could take it.
        guard path.first != "@" else { throw .malformed("an abstract socket name has no file permissions") }
        guard path != "*", path.last != "/" else { throw .malformed("the path names no socket file") }
        guard path.utf8.count <= pathLimit else { throw Refusal(code: .pathTooLong(bytes: path.utf8.count)) }
        return Address(transport: .ipc, location: String(path))
    }

    private static func tcp(_ location: Substring, within reach: Reach) throws(Refusal) -> Address {
        guard let colon = location.lastIndex(of: ":") else { throw .malformed("the address has no port") }
        let port = location[location.index(after: colon)...]
        let host = TCPHost(location[..<colon])
        if reach == .thisHost, host?.isLoopback != true { throw Refusal(code: .notLocal) }
        guard let host else { throw .malformed("the host is no IPv4 address, no [IPv6 address], no name and not *") }
        if port == "*" || port == "0" {
            return Address(transport: .tcp, location: "\(host):*", isWildcard: true)
        }
        guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt16(port), number > 0 else {
            throw .malformed("the port is not a number from 1 to 65535")
        }
        return Address(transport: .tcp, location: "\(host):\(number)")
    }
}
