import Foundation
import PartnerKit
import Synchronization

/// Keeps events as lines of JSON, each with its place in the feed: so an event and the position are one write.
final class EventFile: Sendable {
    private struct Kept: Decodable {
        let epoch: String
        let offset: Int64
    }

    /// The position of the last event that was kept, or `nil` when there is none yet.
    let position: PartnerPosition?
    private let file: Mutex<FileHandle>

    /// Opens a file, and cuts off what a crash left of a line.
    init(_ path: String) throws {
        if !FileManager.default.fileExists(atPath: path) {
            try Data().write(to: URL(fileURLWithPath: path))
        }
        let handle = try FileHandle(forUpdating: URL(fileURLWithPath: path))
        let size = try handle.seekToEnd()
        // An event has at most 64 KiB, so the last line and a torn one lie within 256.
        let start = size - min(size, 262_144)
        try handle.seek(toOffset: start)
        let end = try handle.readToEnd() ?? Data()
        let newline = UInt8(ascii: "\n")
        let whole = end.lastIndex(of: newline).map { end[...$0] } ?? Data()
        try handle.truncate(atOffset: start + UInt64(whole.count))
        position = try whole.split(separator: newline).last.map { line in
            let kept = try JSONDecoder().decode(Kept.self, from: Data(line))
            return try PartnerPosition(epoch: kept.epoch, offset: kept.offset)
        }
        file = Mutex(handle)
    }

    /// Keeps an event; when it returns, it is on disk.
    func append(_ event: PartnerEvent) throws {
        let head = "{\"epoch\":\"\(event.position.epoch)\",\"offset\":\(event.position.offset),\"event\":"
        try file.withLock { file in
            try file.write(contentsOf: Data(head.utf8) + event.json + Data("}\n".utf8))
            try file.synchronize()
        }
    }
}
