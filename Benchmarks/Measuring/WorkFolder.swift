import Foundation

/// A folder on the disk of the working folder, for the length of one run.
struct WorkFolder: Sendable {
    /// The path, relative to the working folder so that it fits in the address of a Unix socket.
    let path: String

    func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Makes a folder in it.
    func subfolder(_ name: String) throws -> WorkFolder {
        let folder = WorkFolder(path: file(name))
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: false)
        return folder
    }
}

/// Makes a folder, lends it and removes it with all that is in it, also when `body` throws.
///
/// It is not in the system's folder for temporary files, which is often in memory.
func withWorkFolder(_ body: (WorkFolder) async throws -> Void) async throws {
    let path = ".build-bench/run-\(UInt32.random(in: .min ... .max))"
    try FileManager.default.createDirectory(
        atPath: path,
        withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700]
    )
    defer { try? FileManager.default.removeItem(atPath: path) }
    try await body(WorkFolder(path: path))
}
