import Foundation
import Glibc

/// Processes that this one starts and stops.
final class ChildProcesses {
    private struct Launch {
        let executable: URL
        let arguments: [String]
        let output: String?
    }

    private let logs: String
    private var launches: [String: Launch] = [:]
    private var running: [String: Process] = [:]

    /// Starts processes whose messages go to files in a folder.
    init(logs: String) { self.logs = logs }

    /// Starts an executable that lies beside this one; its output goes to a file or nowhere.
    ///
    /// - Throws: ``ConsoleError/unreadable(_:why:)`` when it is not there.
    func start(_ name: String, _ arguments: [String], output: String? = nil) throws {
        try start(name, try Self.executable(name), arguments, output: output)
    }

    /// Starts any executable under a name; its output goes to a file or nowhere.
    func start(_ name: String, _ executable: URL, _ arguments: [String], output: String? = nil) throws {
        launches[name] = Launch(executable: executable, arguments: arguments, output: output)
        try restart(name)
    }

    /// Starts an executable again as it was started before.
    func restart(_ name: String) throws {
        guard let launch = launches[name] else { preconditionFailure("\(name) was never started") }
        let process = Process()
        process.executableURL = launch.executable
        process.arguments = launch.arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = try Self.appending("\(logs)/\(name).log")
        process.standardOutput = try launch.output.map(Self.appending) ?? FileHandle.nullDevice
        try process.runHearingSignals()
        running[name] = process
    }

    /// Ends a process as a power failure does: at once, without asking.
    func crash(_ name: String) {
        guard let process = running.removeValue(forKey: name) else { return }
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// Asks some to stop and waits until they have.
    func stop(_ names: [String]) {
        let ending = names.compactMap { running.removeValue(forKey: $0) }
        for process in ending where process.isRunning { process.terminate() }
        for process in ending { process.waitUntilExit() }
    }

    /// Asks all to stop and waits until they have.
    func stop() { stop(Array(running.keys)) }

    /// The path of an executable beside this one.
    static func executable(_ name: String) throws -> URL {
        let here = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let executable = here.appendingPathComponent(name)
        guard FileManager.default.isExecutableFile(atPath: executable.path) else {
            throw ConsoleError.unreadable(executable.path, why: "it is not there; build it with make build.")
        }
        return executable
    }

    private static func appending(_ path: String) throws -> FileHandle {
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        guard let handle = FileHandle(forWritingAtPath: path) else {
            throw ConsoleError.unreadable(path, why: "it cannot be written.")
        }
        try handle.seekToEnd()
        return handle
    }
}
