import Glibc

/// Names the host part of a `tcp` address in the one way in which it is written.
enum TCPHost: Hashable {
    /// Every IPv4 address of this host.
    case every
    case version4(String)
    /// Held without the brackets.
    case version6(String)
    case name(String)

    /// Reads a host, and gives `nil` for anything that a resolver or the library could take for something else.
    init?(_ text: Substring) {
        if text == "*" {
            self = .every
        } else if text == "localhost" {
            self = .version4("127.0.0.1")
        } else if text.first == "[", text.last == "]", let address = Self.version6Text(text.dropFirst().dropLast()) {
            self = .version6(address)
        } else if Self.isVersion4(text) {
            self = .version4(String(text))
        } else if Self.isName(text) {
            self = .name(String(text))
        } else {
            return nil
        }
    }

    /// Tells whether only this host can be meant; a name is never left to a resolver.
    var isLoopback: Bool {
        switch self {
        case .every, .name: false
        case .version4(let text): text.hasPrefix("127.")
        case .version6(let text): text == "::1"
        }
    }

    private static func isVersion4(_ text: Substring) -> Bool {
        let octets = text.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets.allSatisfy { octet in UInt8(octet).map { String($0) == octet } ?? false }
    }

    /// Checks a name of letters, digits and inner hyphens (RFC 1123).
    ///
    /// The last label has a letter in front: old resolvers read `127.1` and `0x7f.1` as numbers.
    private static func isName(_ text: Substring) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        guard text.utf8.count <= 253, let first = labels.last?.utf8.first, isLetter(first) else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }

    /// Writes an IPv6 address the usual way, and gives `nil` for text that is none or that names a zone.
    private static func version6Text(_ text: Substring) -> String? {
        var address = in6_addr()
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        // Sound because both calls use local values of the size they expect, which outlive them.
        guard unsafe inet_pton(AF_INET6, String(text), &address) == 1,
            unsafe inet_ntop(AF_INET6, &address, &buffer, socklen_t(buffer.count)) != nil
        else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}

extension TCPHost: CustomStringConvertible {
    var description: String {
        switch self {
        case .every: "*"
        case .version4(let text), .name(let text): text
        case .version6(let text): "[\(text)]"
        }
    }
}
