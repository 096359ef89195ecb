import Foundation
import Glibc

/// Reads and writes files that only their owner may read.
enum PrivateFile {
    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    /// Makes a folder for its owner only, unless it is there.
    static func makeFolder(_ path: String) throws(KeyError) {
        do {
            try FileManager.default.createDirectory(
                atPath: path,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw .system(path: path, why: error.localizedDescription)
        }
    }

    /// Reads a file once it is known that nobody else can.
    static func read(_ path: String, name: String) throws(KeyError) -> String {
        // The checks are made on the open file: a path could lead elsewhere a moment later. Opening does not wait, as it
        // would for the writer of a pipe.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw errno == ENOENT
                ? .missing(path: path, name: name) : .system(path: path, why: SystemText.of(errno))
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(path: path, why: SystemText.of(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .malformed(path: path, why: "it is not a plain file") }
        guard status.st_uid == geteuid() || status.st_uid == 0 else { throw .foreign(path: path) }
        guard status.st_mode & 0o077 == 0 else {
            throw .exposed(path: path, mode: "0" + String(status.st_mode & 0o777, radix: 8))
        }
        guard status.st_size <= 4096 else { throw .malformed(path: path, why: "it is too large") }
        guard
            let data = try? FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).readToEnd(),
            let text = String(validating: data, as: UTF8.self)
        else { throw .malformed(path: path, why: "it is empty or no text") }
        return text
    }

    /// Puts a text into a file, whole or not at all, and readable by its owner only from the first moment on.
    static func write(_ text: String, to path: String, mode: mode_t = 0o600) throws(KeyError) {
        let draft = "\(path).\(getpid()).new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw .system(path: draft, why: SystemText.of(errno)) }
        defer { close(descriptor) }
        do {
            let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
            try file.write(contentsOf: Data(text.utf8))
            try file.synchronize()
        } catch {
            unlink(draft)
            throw .system(path: path, why: error.localizedDescription)
        }
        guard rename(draft, path) == 0 else {
            let why = SystemText.of(errno)
            unlink(draft)
            throw .system(path: path, why: why)
        }
        try synchronizeFolder(of: path)
    }

    /// A rename is on disk once its folder is.
    private static func synchronizeFolder(of path: String) throws(KeyError) {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        let descriptor = open(folder.isEmpty ? "/" : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .system(path: folder, why: SystemText.of(errno)) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .system(path: folder, why: SystemText.of(errno)) }
    }
}

/// Gives the system's text of an error number.
enum SystemText {
    static func of(_ number: Int32) -> String { String(cString: strerror(number)) }
}
