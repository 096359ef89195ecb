import Foundation
import Glibc
import PartnerKit

/// Keeps events and the position in one file, a line each, so that both move together: the effect of a partner.
actor DurableList {
    private let file: FileHandle

    /// The position of the last line.
    let position: PartnerPosition?

    /// Opens the list, and cuts off the line that a crash has broken off.
    init(_ path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        guard let file = FileHandle(forUpdatingAtPath: path) else { throw ChaosError("\(path) cannot be written.") }
        let data = try file.readToEnd() ?? Data()
        let count = data.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        try file.truncate(atOffset: UInt64(count))
        self.file = file
        position = try Self.lines(in: data.prefix(count), of: path).last?.position
    }

    /// Adds an event; when it returns, the line is on the disk.
    func append(_ event: PartnerEvent) throws {
        let text = "\(event.position.epoch) \(event.position.offset) \(event.json.base64EncodedString())\n"
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
    }

    /// What a list holds.
    static func read(_ path: String) throws -> [(position: PartnerPosition, body: Data)] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return try lines(in: try Data(contentsOf: URL(fileURLWithPath: path)), of: path)
    }

    private static func lines(in data: Data, of path: String) throws -> [(position: PartnerPosition, body: Data)] {
        try data.split(separator: UInt8(ascii: "\n")).map { line in
            let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
            guard words.count == 3, let offset = Int64(words[1]), let body = Data(base64Encoded: words[2]) else {
                throw ChaosError("\(path) holds a line that is none: \(words)")
            }
            return (try PartnerPosition(epoch: words[0], offset: offset), body)
        }
    }
}
