import Foundation

/// Reads what `strace -f -y -xx` wrote of a service, and finds answers that were sent before their effect was on disk.
struct SystemCallTrace {
    /// An answer that counts as a promise: the reply to a command or the OK to an acknowledgement.
    struct Promise: Hashable {
        /// `REPLY` or `OK`.
        let verb: String
        /// The number of the line on which it began to be sent, from 1.
        let line: Int
        /// Why it came too soon, or `nil`.
        let fault: String?
    }

    /// The promises in the order in which they were made.
    private(set) var promises: [Promise] = []
    private var line = 0
    /// The request that waits on each connection, with the number of journal writes when it came in.
    private var requests: [Request: Int] = [:]
    private var writeCount = 0
    private var syncedCount = 0
    /// How many writes a sync that is under way covers, by thread.
    private var syncs: [Substring: Int] = [:]

    private struct Request: Hashable {
        let connection: Substring
        let identifier: [UInt8]
    }

    /// Reads a whole trace.
    init(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) { read(line) }
    }

    /// The promises that came too soon.
    var faults: [Promise] { promises.filter { $0.fault != nil } }

    private mutating func read(_ text: Substring) {
        line += 1
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: true)
        guard parts.count == 2 else { return }
        let (thread, rest) = (parts[0], parts[1].drop { $0 == " " })
        if rest.hasPrefix("<... ") {
            let name = rest.dropFirst(5).prefix { $0 != " " }
            end(name, of: rest, on: thread)
        } else {
            let name = rest.prefix { $0 != "(" }
            begin(name, rest, on: thread)
            if !rest.hasSuffix("<unfinished ...>") { end(name, of: rest, on: thread) }
        }
    }

    /// What counts from the moment at which a call is made.
    private mutating func begin(_ name: Substring, _ call: Substring, on thread: Substring) {
        switch name {
        case "pwrite64" where Self.path(call).hasSuffix("-wal"): writeCount += 1
        case "fdatasync", "fsync":
            if Self.path(call).hasSuffix("-wal") { syncs[thread] = writeCount }
        case "sendto":
            for (verb, marks) in Self.promiseMarks {
                for identifier in Self.identifiers(before: marks, in: Self.bytes(call)) {
                    promise(verb, to: Request(connection: Self.descriptor(call), identifier: identifier))
                }
            }
        case "recvfrom": receiving[thread] = Self.descriptor(call)
        default: break
        }
    }

    /// What counts only when the call has returned.
    private mutating func end(_ name: Substring, of call: Substring, on thread: Substring) {
        switch name {
        case "fdatasync", "fsync":
            guard let covered = syncs.removeValue(forKey: thread), call.hasSuffix(" = 0") else { return }
            syncedCount = max(syncedCount, covered)
        case "recvfrom":
            guard let connection = receiving.removeValue(forKey: thread) else { return }
            for marks in Self.requestMarks {
                for identifier in Self.identifiers(before: marks, in: Self.bytes(call)) {
                    requests[Request(connection: connection, identifier: identifier)] = writeCount
                }
            }
        default: break
        }
    }

    private var receiving: [Substring: Substring] = [:]

    private mutating func promise(_ verb: String, to request: Request) {
        // The answer to a query promises nothing, and its request is not among these.
        guard let before = requests.removeValue(forKey: request) else { return }
        let fault: String? =
            if writeCount == before {
                "nothing was written to the journal since the request came in"
            } else if syncedCount < writeCount {
                "\(writeCount - syncedCount) writes to the journal were not on disk yet"
            } else {
                nil
            }
        promises.append(Promise(verb: verb, line: line, fault: fault))
    }

    // MARK: The wire

    // Frames of ZMTP 3 shorter than 256 bytes: 1 for "more follow" or 0, the length, the bytes.
    private static let envelope = frame("FB1")
    private static let requestMarks = [frame("CMD"), frame("ACK")]
    private static let promiseMarks = [("REPLY", frame("REPLY")), ("OK", frame("OK"))]
    private static let identifierLength = 8

    private static func frame(_ text: String) -> [UInt8] { [1, UInt8(text.utf8.count)] + Array(text.utf8) }

    /// The identifiers of the messages with this verb.
    private static func identifiers(before verb: [UInt8], in bytes: [UInt8]) -> [[UInt8]] {
        let length = envelope.count + 2 + identifierLength
        return bytes.indices.compactMap { start in
            let (identifier, end) = (start + envelope.count + 2, start + length)
            guard end + verb.count <= bytes.count, bytes[start...].starts(with: envelope),
                bytes[identifier - 1] == identifierLength, bytes[end...].starts(with: verb)
            else { return nil }
            return Array(bytes[identifier..<end])
        }
    }

    // MARK: The text

    /// The number of the descriptor that is the first argument.
    private static func descriptor(_ call: Substring) -> Substring {
        call.drop { $0 != "(" }.dropFirst().prefix { $0.isNumber }
    }

    /// The path that stands behind the first argument.
    private static func path(_ call: Substring) -> String {
        String(decoding: unescaped(call.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }), as: UTF8.self)
    }

    /// The bytes of the first text in the arguments.
    private static func bytes(_ call: Substring) -> [UInt8] {
        unescaped(call.drop { $0 != "\"" }.dropFirst().prefix { $0 != "\"" })
    }

    private static func unescaped(_ text: Substring) -> [UInt8] {
        guard text.hasPrefix("\\x") else { return Array(text.utf8) }
        return text.utf8.split(separator: UInt8(ascii: "\\")).compactMap {
            UInt8(String($0.dropFirst()) ?? "", radix: 16)
        }
    }
}
