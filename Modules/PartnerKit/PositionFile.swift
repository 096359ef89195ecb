import Foundation
import Glibc

/// Keeps a partner's position in a file of its own, whole or not at all.
///
/// For effects that can be made twice without harm: after a crash between an effect and the file, the last event comes
/// again. Where that must not be, keep the position in the database of the effects, in the same transaction.
public struct PositionFile: Hashable, Sendable {
    /// The file.
    public let path: String

    /// Names a file, in a folder that exists.
    public init(_ path: String) { self.path = path }

    /// The position that was kept, or `nil` when there is no file yet.
    ///
    /// - Throws: ``PartnerError/malformed(_:)`` for a file that holds something else: it is never taken for a beginning.
    public func read() throws(PartnerError) -> PartnerPosition? {
        // Only what is known not to be there is a beginning; not a file that cannot be looked for.
        guard access(path, F_OK) == 0 || errno != ENOENT else { return nil }
        guard let data = FileManager.default.contents(atPath: path),
            let kept = try? JSONDecoder().decode(PartnerPosition.self, from: data)
        else {
            throw .malformed("\(path) holds no position; restore it, or remove it to begin with the first event.")
        }
        return try PartnerPosition(epoch: kept.epoch, offset: kept.offset)
    }

    /// Keeps a position; when it returns, it is on disk.
    ///
    /// - Throws: ``PartnerError/failed(_:)``.
    public func write(_ position: PartnerPosition) throws(PartnerError) {
        do {
            let draft = "\(path).new"
            let text = "{\"epoch\":\"\(position.epoch)\",\"offset\":\(position.offset)}\n"
            try Self.write(text, to: draft)
            guard rename(draft, path) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
            try Self.synchronizeFolder(of: path)
        } catch {
            throw .failed("\(path) cannot be written: \(error.localizedDescription)")
        }
    }

    private static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try file.write(contentsOf: Data(text.utf8))
        try file.synchronize()
    }

    /// A rename is on disk once its folder is.
    private static func synchronizeFolder(of path: String) throws {
        let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }
}
