import Tabular

/// Where the members of a JSON text stand, so that what they say can be refused with a place (RFC 8259).
struct JSONPlaces {
    /// The place of each member's name, by the names that lead to it; elements of arrays count as `0`, `1`.
    private(set) var members: [[String]: Place] = [:]
    private let bytes: [UInt8]
    private var offset = 0
    private var path: [String] = []

    /// How deep a text may be nested; far above any mapping.
    private static let deepest = 32

    /// Walks a text.
    ///
    /// - Throws: A refusal with the place where it stops being JSON.
    init(_ bytes: [UInt8]) throws(ImportError) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        try value()
        guard peek() == nil else { throw fault("something stands behind its end") }
    }

    /// The place of a member, or else of the nearest one around it, or else the beginning.
    func place(of path: [String]) -> Place {
        var path = path
        while !path.isEmpty {
            if let place = members[path] { return place }
            path.removeLast()
        }
        return Place(line: 1, column: 1, field: 1)
    }

    private mutating func value() throws(ImportError) {
        guard path.count <= Self.deepest else { throw fault("it is nested too deeply") }
        switch peek() {
        case UInt8(ascii: "{"): try list(until: UInt8(ascii: "}"), isObject: true)
        case UInt8(ascii: "["): try list(until: UInt8(ascii: "]"), isObject: false)
        case UInt8(ascii: "\""): _ = try string()
        case .some: try word()
        case nil: throw fault("it ends too early")
        }
    }

    private mutating func list(until end: UInt8, isObject: Bool) throws(ImportError) {
        offset += 1
        var count = 0
        if take(end) { return }
        repeat {
            _ = peek()
            let place = place(at: offset)
            path.append(isObject ? try string() : "\(count)")
            if isObject, members[path] != nil { throw fault("a name stands twice") }
            members[path] = place
            if isObject, !take(UInt8(ascii: ":")) { throw fault("a colon is missing") }
            try value()
            path.removeLast()
            count += 1
        } while take(UInt8(ascii: ","))
        guard take(end) else { throw fault("a comma or the end of a list is missing") }
    }

    private mutating func string() throws(ImportError) -> String {
        guard take(UInt8(ascii: "\"")) else { throw fault("a text in double quotes is missing") }
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\"") {
            guard bytes[offset] >= 0x20 else { throw fault("a text is not closed on its line") }
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard offset < bytes.count else { throw fault("a text is not closed") }
        defer { offset += 1 }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    private mutating func word() throws(ImportError) {
        let start = offset
        while offset < bytes.count, Self.isPartOfWord(bytes[offset]) { offset += 1 }
        let word = String(decoding: bytes[start..<offset], as: UTF8.self)
        guard ["true", "false", "null"].contains(word) || Double(word) != nil else {
            offset = start
            throw fault("this is no value")
        }
    }

    private static func isPartOfWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "A")...UInt8(ascii: "z")).contains(byte)
    }

    private mutating func peek() -> UInt8? {
        while offset < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[offset]) { offset += 1 }
        return offset < bytes.count ? bytes[offset] : nil
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek() == byte else { return false }
        offset += 1
        return true
    }

    private func fault(_ why: String) -> ImportError { .survey(.unreadableMapping(why), place(at: offset)) }

    private func place(at offset: Int) -> Place {
        let before = bytes[..<min(offset, bytes.count)]
        let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? (bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
        let column = String(decoding: before[min(start, before.endIndex)...], as: UTF8.self).unicodeScalars.count + 1
        return Place(line: before.count { $0 == 0x0A } + 1, column: column, field: 1)
    }
}
