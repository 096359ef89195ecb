import Dispatch
import Foundation
import Glibc
import Synchronization

/// A process that was started, and how it ended.
final class RunningProcess: Sendable {
    private let process: Process
    private let group = DispatchGroup()

    /// Everything that must end when this program is told to end.
    private static let alive = Mutex<Set<pid_t>>([])

    /// Starts a process without input.
    init(_ executable: URL, _ arguments: [String], output: Pipe? = nil, errors: FileHandle) throws {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output ?? FileHandle.nullDevice
        process.standardError = errors
        self.process = process
        group.enter()
        process.terminationHandler = { [group] _ in group.leave() }
        try process.run()
        let number = process.processIdentifier
        Self.alive.withLock { _ = $0.insert(number) }
    }

    /// The number of the process.
    var number: pid_t { process.processIdentifier }

    /// Whether it has ended.
    var hasEnded: Bool { group.wait(timeout: .now()) == .success }

    /// Waits for its end.
    ///
    /// - Returns: Its status, or the number of the signal that ended it.
    @discardableResult
    func wait() -> Int32 {
        group.wait()
        let number = number
        Self.alive.withLock { _ = $0.remove(number) }
        return process.terminationStatus
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
}
