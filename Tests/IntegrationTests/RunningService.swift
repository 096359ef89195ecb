import Foundation
import Glibc
import Testing

@testable import Console

/// One service as a process of its own.
final class RunningService {
    let process: Process
    /// What it logged up to the line that was waited for.
    let beginning: [String]
    private let errors = Pipe()

    /// Starts a service, with so many file descriptors at most, and waits until it logs a line with a text in it.
    init(_ name: String, _ arguments: [String], until text: String = "ready", descriptors: Int? = nil) throws {
        if let descriptors {
            process = Process()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            let executable = try ChildProcesses.executable(name).path
            process.arguments = ["-c", "ulimit -n \(descriptors); exec \"$0\" \"$@\"", executable] + arguments
            process.standardInput = FileHandle.nullDevice
        } else {
            process = try Executable(name: name).make(arguments)
        }
        process.standardError = errors
        try process.runHearingSignals()
        let reading = errors.fileHandleForReading
        beginning = try Lines.read(reading, until: text)
        reading.readabilityHandler = { _ = $0.availableData }
        try #require(beginning.last?.contains(text) == true, "\(beginning)")
    }

    /// The number of its open file descriptors.
    var descriptorCount: Int {
        (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.processIdentifier)/fd").count) ?? 0
    }

    /// Makes it stand still, as a process does that has lost its processor.
    func pause() { kill(process.processIdentifier, SIGSTOP) }

    /// Lets it go on.
    func goOn() { kill(process.processIdentifier, SIGCONT) }

    /// Asks it to stop and waits until it has; a second call does nothing.
    func stop() {
        guard process.isRunning else { return }
        goOn()
        process.terminate()
        process.waitUntilExit()
        errors.fileHandleForReading.readabilityHandler = nil
    }
}
