import Foundation
import Glibc
import Synchronization

/// A process that is started, killed and started again; its messages go to one file.
final class ChildProcess: Sendable {
    let name: String
    private let executable: URL
    private let arguments: [String]
    private let log: String
    private let running = Mutex<RunningProcess?>(nil)

    init(_ name: String, _ executable: URL, _ arguments: [String], log: String) {
        (self.name, self.executable, self.arguments, self.log) = (name, executable, arguments, log)
    }

    /// Starts it, again or for the first time.
    func start() throws {
        let process = try RunningProcess(executable, arguments, errors: try Self.appending(log))
        running.withLock { $0 = process }
    }

    /// Whether it was started and not killed since.
    var isUp: Bool { running.withLock { $0 != nil } }

    /// The number of the process, while it is up.
    var number: pid_t? { running.withLock { $0?.number } }

    /// Ends it as a power failure does.
    ///
    /// - Throws: ``ChaosError`` when it had ended by itself: it never should.
    func kill() throws {
        guard let process = running.withLock({ $0.take() }) else { return }
        let hadEnded = process.hasEnded
        if !hadEnded { _ = Glibc.kill(process.number, SIGKILL) }
        process.wait()
        if hadEnded { throw ended(process) }
    }

    /// Checks that it still runs, unless it was killed.
    ///
    /// - Throws: ``ChaosError`` when it has ended by itself.
    func requireLife() throws {
        guard let process = running.withLock({ $0 }), process.hasEnded else { return }
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

    private func ended(_ process: RunningProcess) -> ChaosError {
        ChaosError("\(name) ended by itself, status \(process.wait()); its last words:\n\(lastWords)")
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
