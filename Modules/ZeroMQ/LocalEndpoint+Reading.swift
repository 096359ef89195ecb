extension LocalEndpoint {
    /// Carries a refusal before the whole address is known.
    struct Refusal: Error {
        let code: ZeroMQError.Code
    }

    init(reading text: String) throws(Refusal) {
        guard text.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F }) else {
            throw Refusal(code: .malformedEndpoint("the address has a space or a control character"))
        }
        guard let mark = text.firstRange(of: "://") else {
            throw Refusal(code: .malformedEndpoint("the address has no ://"))
        }
        let location = text[mark.upperBound...]
        guard let transport = Transport(rawValue: String(text[..<mark.lowerBound])) else {
            throw Refusal(code: .notLocal)
        }
        guard !location.isEmpty else {
            throw Refusal(code: .malformedEndpoint("the address ends after ://"))
        }
        switch transport {
        case .ipc: self = try Self.ipc(location)
        case .inproc: self = LocalEndpoint(transport: .inproc, location: String(location))
        case .tcp: self = try Self.tcp(location)
        }
    }

    private static func ipc(_ path: Substring) throws(Refusal) -> LocalEndpoint {
        // An abstract name has no owner and no permissions: every user of the host could take it.
        guard path.first != "@" else {
            throw Refusal(code: .malformedEndpoint("an abstract socket name has no file permissions"))
        }
        guard path != "*", path.last != "/" else {
            throw Refusal(code: .malformedEndpoint("the path names no socket file"))
        }
        guard path.utf8.count <= pathLimit else {
            throw Refusal(code: .pathTooLong(bytes: path.utf8.count))
        }
        return LocalEndpoint(transport: .ipc, location: String(path))
    }

    private static func tcp(_ location: Substring) throws(Refusal) -> LocalEndpoint {
        guard let colon = location.lastIndex(of: ":") else {
            throw Refusal(code: .malformedEndpoint("the address has no port"))
        }
        let port = location[location.index(after: colon)...]
        guard let host = loopback(location[..<colon]) else { throw Refusal(code: .notLocal) }
        if port == "*" || port == "0" {
            return LocalEndpoint(transport: .tcp, location: "\(host):*", isWildcard: true)
        }
        guard port.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = UInt16(port), number > 0 else {
            throw Refusal(code: .malformedEndpoint("the port is not a number from 1 to 65535"))
        }
        return LocalEndpoint(transport: .tcp, location: "\(host):\(number)")
    }

    /// Gives the host in numbers if it is a loopback address; a name is never left to a resolver.
    private static func loopback(_ host: Substring) -> String? {
        if host == "localhost" { return "127.0.0.1" }
        if host == "[::1]" { return "[::1]" }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false)
        guard octets.count == 4, octets.first == "127" else { return nil }
        let isDecimal = octets.allSatisfy { octet in UInt8(octet).map { String($0) == octet } ?? false }
        return isDecimal ? String(host) : nil
    }
}
