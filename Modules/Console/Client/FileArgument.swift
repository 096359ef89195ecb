import Contracts
import Foundation

/// Reads a file that is named on the command line.
enum FileArgument {
    /// The file with its bytes as they are.
    static func read(_ path: String) throws -> DeliveredFile {
        guard FileManager.default.fileExists(atPath: path) else {
            throw ConsoleError.unreadable(path, why: "there is no such file.")
        }
        do {
            let url = URL(fileURLWithPath: path)
            return DeliveredFile(name: url.lastPathComponent, content: try Data(contentsOf: url))
        } catch {
            throw ConsoleError.unreadable(path, why: (error as NSError).localizedDescription)
        }
    }
}
