import CloudEvents
import Foundation

/// Writes the outcome on standard output, one JSON object a line, and how far it is on standard error.
struct Report: Sendable {
    func add(_ measurement: Measurement) throws {
        FileHandle.standardOutput.write(try JSON.encode(measurement) + Data("\n".utf8))
    }

    func progress(_ text: String) {
        FileHandle.standardError.write(Data("\(text)\n".utf8))
    }
}
