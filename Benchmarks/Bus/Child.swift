import Foundation
import Glibc

/// A process that works for a measure: the other side of a socket, a peer's server or its client.
final class Child: Sendable {
    private let process: Process
    private let input = Pipe()
    private let lines: AsyncStream<String>

    /// Starts a program; what it says on standard error goes to that of the bench.
    init(_ program: String, _ arguments: [String], environment: [String: String]? = nil) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let environment { process.environment = environment }
        process.standardInput = input
        let output = Pipe()
        process.standardOutput = output
        lines = Lines.of(output.fileHandleForReading)
        do {
            try process.run()
        } catch {
            throw BenchFailure("\(program) cannot be started: \(error)")
        }
    }

    /// Starts the bench itself in another role.
    convenience init(role: String, _ arguments: [String]) throws {
        try self.init("/proc/self/exe", ["role", role] + arguments)
    }

    /// Gives it a line of input.
    func tell(_ line: String) throws { try input.fileHandleForWriting.write(contentsOf: Data("\(line)\n".utf8)) }

    /// Waits for one line of its output.
    func line() async throws -> String {
        for await line in lines { return line }
        throw BenchFailure("\(name) ended without the line that was awaited")
    }

    /// Ends its input, waits for the rest of its output and for its end.
    @discardableResult
    func finish() async throws -> [String] {
        try input.fileHandleForWriting.close()
        var rest: [String] = []
        for await line in lines { rest.append(line) }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchFailure("\(name) ended with status \(process.terminationStatus)")
        }
        return rest
    }

    /// Sends it a signal, for instance to stand still.
    func signal(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// The memory of the process that is in use, in MiB.
    func residentMemory() throws -> Double {
        let status = try String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        let number = line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
        guard let number else { throw BenchFailure("\(name) is no longer there") }
        return number / 1024
    }

    private var name: String { process.executableURL?.path ?? "a program" }
}
