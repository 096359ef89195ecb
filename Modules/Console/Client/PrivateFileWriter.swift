import Foundation
import Glibc

/// Writes a file that only its owner may read.
enum PrivateFileWriter {
    /// Writes a new file; one that stands there already is never replaced.
    ///
    /// - Throws: ``ConsoleError``.
    static func write(_ text: String, to path: String) throws {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            guard errno == EEXIST else {
                throw ConsoleError.unwritable(path, why: String(cString: strerror(errno)) + ".")
            }
            throw ConsoleError.unwritable(path, why: "there is such a file already; give another name.")
        }
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: Data(text.utf8))
            try file.synchronize()
            try file.close()
        } catch {
            throw ConsoleError.unwritable(path, why: (error as NSError).localizedDescription)
        }
    }
}
