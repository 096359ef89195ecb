import Foundation
import Glibc
import Synchronization

/// A process that is started, killed and started again; its messages go to one file.
final class ChildProcess: Sendable {
    let name: String
    private let executable: URL
    private let arguments: [String]
    private let log: String
    private let running = Mutex<Process?>(nil)
    /// Everything that must end when this process is told to end.
    private static let alive = Mutex<Set<pid_t>>([])

    init(_ name: String, _ executable: URL, _ arguments: [String], log: String) {
        (self.name, self.executable, self.arguments, self.log) = (name, executable, arguments, log)
    }

    /// Starts it, again or for the first time.
    func start() throws {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try Self.appending(log)
        try process.run()
        Self.alive.withLock { _ = $0.insert(process.processIdentifier) }
        running.withLock { $0 = process }
    }

    /// Whether it was started and not killed since.
    var isUp: Bool { running.withLock { $0 != nil } }

    /// The number of the process, while it is up.
    var number: pid_t? { running.withLock { $0?.processIdentifier } }

    /// Ends it as a power failure does.
    ///
    /// - Throws: ``ChaosError`` when it had ended by itself: it never should.
    func kill() throws {
        try end(with: SIGKILL)
    }

    /// Asks it to end.
    func stop() throws {
        try end(with: SIGTERM)
    }

    /// Checks that it still runs, unless it was killed.
    ///
    /// - Throws: ``ChaosError`` when it has ended by itself.
    func requireLife() throws {
        guard let process = running.withLock({ $0 }), !process.isRunning else { return }
        throw ended(process)
    }

    /// Sends a signal that does not end it.
    func send(_ signal: Int32) {
        if let number { _ = Glibc.kill(number, signal) }
    }

    /// The memory that it has in use, in MiB, or `nil` when it is not up.
    var memory: Double? {
        guard let number, let text = try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8),
            let line = text.split(separator: "\n").first(where: { $0.hasPrefix("VmRSS:") }),
            let kibibytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
        else { return nil }
        return kibibytes / 1024
    }

    /// The last lines that it wrote.
    var lastWords: String {
        let text = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").suffix(8).joined(separator: "\n")
    }

    private func end(with signal: Int32) throws {
        guard let process = running.withLock({ $0.take() }) else { return }
        let hadEnded = !process.isRunning
        if !hadEnded { _ = Glibc.kill(process.processIdentifier, signal) }
        process.waitUntilExit()
        Self.alive.withLock { _ = $0.remove(process.processIdentifier) }
        if hadEnded { throw ended(process) }
    }

    private func ended(_ process: Process) -> ChaosError {
        ChaosError("\(name) ended by itself, status \(process.terminationStatus); its last words:\n\(lastWords)")
    }

    /// Kills all processes of this program when it is asked to end.
    static func endWithThisProgram() -> [any DispatchSourceSignal] {
        [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                for child in alive.withLock({ $0 }) { _ = Glibc.kill(child, SIGKILL) }
                _exit(128 + number)
            }
            source.resume()
            return source
        }
    }

    /// An executable that lies beside this one.
    static func executable(_ name: String) throws -> URL {
        let here = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        let executable = here.appendingPathComponent(name)
        guard FileManager.default.isExecutableFile(atPath: executable.path) else {
            throw ChaosError("\(executable.path) is not there; build it with make build.")
        }
        return executable
    }

    private static func appending(_ path: String) throws -> FileHandle {
        if !FileManager.default.fileExists(atPath: path) {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        guard let handle = FileHandle(forWritingAtPath: path) else { throw ChaosError("\(path) cannot be written.") }
        try handle.seekToEnd()
        return handle
    }
}
