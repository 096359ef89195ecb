import Contracts

/// The example files of one area.
struct DemoFiles: Sendable {
    let folder: String

    /// Reads a file of the area.
    func read(_ name: String) throws -> DeliveredFile { try FileArgument.read("\(folder)/\(name)") }
}
