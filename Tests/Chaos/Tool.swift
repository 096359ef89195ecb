import Foundation

/// Runs a program to its end.
enum Tool {
    struct Outcome {
        let status: Int32
        let output: Data
        let errors: String
    }

    static func run(_ executable: String, _ arguments: [String]) throws -> Outcome {
        let errors = FileManager.default.temporaryDirectory.appendingPathComponent("kvo-chaos-\(UUID()).err")
        _ = FileManager.default.createFile(atPath: errors.path, contents: nil)
        defer { try? FileManager.default.removeItem(at: errors) }
        let output = Pipe()
        let process = try RunningProcess(
            URL(fileURLWithPath: executable),
            arguments,
            output: output,
            errors: try FileHandle(forWritingTo: errors)
        )
        let data = output.fileHandleForReading.readDataToEndOfFile()
        let status = process.wait()
        let text = String(decoding: (try? Data(contentsOf: errors)) ?? Data(), as: UTF8.self)
        return Outcome(status: status, output: data, errors: text)
    }
}
