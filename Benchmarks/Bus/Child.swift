import Foundation

/// A process that works for a measure: the other side of a socket, a peer's server or its client.
final class Child: Sendable {
    private let process: Process
    private let input = Pipe()
    private let output = Pipe()

    /// Starts a program; what it says on standard error goes to that of the bench.
    init(_ program: String, _ arguments: [String], environment: [String: String]? = nil) throws {
        process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let environment { process.environment = environment }
        process.standardInput = input
        process.standardOutput = output
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
    @concurrent
    func line() async throws -> String {
        var line: [UInt8] = []
        while let byte = try output.fileHandleForReading.read(upToCount: 1)?.first {
            // A C program may count the closing zero of a text as a part of it.
            if byte == UInt8(ascii: "\n") { return String(decoding: line.filter { $0 != 0 }, as: UTF8.self) }
            line.append(byte)
        }
        throw BenchFailure("\(process.executableURL?.path ?? "a program") ended without the line that was awaited")
    }

    /// Waits for all of its output and its end.
    @concurrent
    func finish() async throws -> String {
        try input.fileHandleForWriting.close()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw BenchFailure("\(process.executableURL?.path ?? "a program") ended with \(process.terminationStatus)")
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// Asks it to end, and waits until it has.
    func stop() {
        process.terminate()
        process.waitUntilExit()
    }

    var processIdentifier: Int32 { process.processIdentifier }
}
