import FigureFiles
import Foundation

/// A file of figures on disk, read in pieces.
struct FigureFile {
    private static let pieceSize = 1024 * 1024

    let path: String
    /// The size in bytes when it was opened.
    let size: Int
    private let handle: FileHandle

    /// Opens a file; a folder or a missing one is refused.
    init(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw ConsoleError.unreadable(path, why: "there is no such file.")
        }
        guard !isFolder.boolValue else { throw ConsoleError.unreadable(path, why: "it is a folder.") }
        do {
            handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
            size = Int(try handle.seekToEnd())
            try handle.seek(toOffset: 0)
        } catch {
            throw ConsoleError.unreadable(path, why: (error as NSError).localizedDescription)
        }
        self.path = path
    }

    /// The first bytes, enough to recognise the file; reading goes on behind them.
    func start() throws -> [UInt8] { try piece(TableHead.enough) ?? [] }

    /// The next piece; `nil` at the end.
    func next() throws -> [UInt8]? { try piece(Self.pieceSize) }

    private func piece(_ count: Int) throws -> [UInt8]? {
        do {
            guard let data = try handle.read(upToCount: count), !data.isEmpty else { return nil }
            return Array(data)
        } catch {
            throw ConsoleError.unreadable(path, why: (error as NSError).localizedDescription)
        }
    }

    /// Runs a body; what is wrong with the content is told with the file's name and the place.
    func reporting<Result>(_ body: () async throws -> Result) async throws -> Result {
        do {
            return try await body()
        } catch let error as FigureFileError {
            throw ConsoleError.invalid(error.describe(file: path))
        }
    }
}
