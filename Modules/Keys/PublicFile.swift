import Foundation
import Glibc

/// Reads and writes the files that everybody may read.
enum PublicFile {
    static func read(_ path: String, name: String) throws(KeyError) -> String {
        guard PrivateFile.exists(path) else { throw .missing(path: path, name: name) }
        guard let data = FileManager.default.contents(atPath: path), data.count <= 4096,
            let text = String(validating: data, as: UTF8.self)
        else { throw .malformed(path: path, why: "it cannot be read as a short text") }
        return text
    }

    static func write(_ text: String, to path: String) throws(KeyError) {
        try PrivateFile.write(text, to: path, mode: 0o644)
    }

    /// The names of the files with a suffix, without it, in order; none when there is no folder.
    static func names(in folder: String, suffix: String) throws(KeyError) -> [String] {
        guard PrivateFile.exists(folder) else { return [] }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder)
                .filter { $0.hasSuffix(suffix) }
                .map { String($0.dropLast(suffix.count)) }
                .sorted()
        } catch {
            throw .system(path: folder, why: error.localizedDescription)
        }
    }

    /// Changes whenever a file with a suffix was added, replaced, written or removed.
    static func stamp(of folder: String, suffix: String) -> String {
        guard let names = try? names(in: folder, suffix: suffix) else { return "" }
        return names.map { name in
            var status = stat()
            guard stat("\(folder)/\(name)\(suffix)", &status) == 0 else { return name }
            // A new file can have the size and, within a tick of the clock, the time of the former one.
            return "\(name) \(status.st_ino) \(status.st_size) \(status.st_ctim.tv_sec).\(status.st_ctim.tv_nsec)"
        }.joined(separator: "\n")
    }
}
