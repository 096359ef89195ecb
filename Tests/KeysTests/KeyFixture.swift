import Foundation
import Glibc
import Keys
import TestSupport

/// A folder of keys, and what is really on the disk.
struct KeyFixture {
    let folder: KeyFolder
    let directory: TemporaryDirectory

    static func run(_ body: (KeyFixture) throws -> Void) async throws {
        try await withTemporaryDirectory { directory in
            try body(KeyFixture(folder: KeyFolder(directory.file("keys")), directory: directory))
        }
    }

    func path(_ file: String) -> String { "\(folder.path)/\(file)" }

    func text(_ file: String) throws -> String { try String(contentsOfFile: path(file), encoding: .utf8) }

    /// Writes into the file itself, as an editor does.
    func write(_ text: String, to file: String, mode: mode_t = 0o600) throws {
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        let data = Data(text.utf8)
        if FileManager.default.fileExists(atPath: path(file)) {
            let handle = try FileHandle(forWritingTo: URL(filePath: path(file)))
            try handle.truncate(atOffset: 0)
            try handle.write(contentsOf: data)
            try handle.close()
        } else {
            try data.write(to: URL(filePath: path(file)))
        }
        chmod(path(file), mode)
    }

    func mode(_ path: String) -> mode_t {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
    }

    var files: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()) ?? [] }
}
