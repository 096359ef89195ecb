import Foundation

/// A folder that exists for the length of one test.
package struct TemporaryDirectory: Sendable {
    /// The absolute path, short enough for a Unix socket inside it.
    package let path: String

    /// The path of a file in the folder; the file itself is not made.
    package func file(_ name: String) -> String {
        path + "/" + name
    }
}

/// Makes a folder, lends it, and removes it with all that is in it, also when `body` throws.
package func withTemporaryDirectory<Result>(
    _ body: (TemporaryDirectory) async throws -> Result
) async throws -> Result {
    let name = "kvo-" + String(UInt64.random(in: 0..<(1 << 40)), radix: 36)
    let usual = FileManager.default.temporaryDirectory.path
    // A long TMPDIR would leave too little of the 107 bytes of a socket path.
    let parent = usual.utf8.count <= 40 ? usual : "/tmp"
    let path = (parent.hasSuffix("/") ? parent : parent + "/") + name
    try FileManager.default.createDirectory(
        atPath: path,
        withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700]
    )
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try await body(TemporaryDirectory(path: path))
}
