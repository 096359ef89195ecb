import Foundation

/// A program in Python in a process of its own: a peer in another language, which can be made to stand still.
///
/// It is started without Foundation's `Process`: that crashed once in a dozen runs, copying memory, while the tests
/// beside it had many descriptors open.
package final class PythonProgram: Sendable {
    private let process: pid_t
    private let input: FileHandle
    private let output: FileHandle

    /// Tells whether this host has Python with pyzmq and CURVE (Debian: python3-zmq).
    package static let hasZeroMQ: Bool = {
        guard let program = try? PythonProgram("import sys, zmq; sys.exit(not zmq.has('curve'))") else { return false }
        return program.wait() == 0
    }()

    /// Starts a script; its process inherits no pipe and no blocked signal.
    ///
    /// - Parameters:
    ///   - script: The text of the program.
    ///   - arguments: What it finds in `sys.argv` after its name.
    /// - Throws: `POSIXError` when there is no Python, or no room for a process.
    package init(_ script: String, _ arguments: [String] = []) throws {
        let (input, output) = (Pipe(), Pipe())
        // Pipes that another child inherits never end.
        for handle in [input.fileHandleForReading, input.fileHandleForWriting] { handle.closeOnExecution() }
        for handle in [output.fileHandleForReading, output.fileHandleForWriting] { handle.closeOnExecution() }
        process = try Self.spawn(
            ["-c", script] + arguments,
            input: input.fileHandleForReading.fileDescriptor,
            output: output.fileHandleForWriting.fileDescriptor
        )
        (self.input, self.output) = (input.fileHandleForWriting, output.fileHandleForReading)
    }

    deinit {
        guard kill(process, SIGKILL) == 0 else { return }
        _ = wait()
    }

    /// Gives the next line that it prints; nothing when it has ended.
    package func line() async -> String {
        await reading { output in
            var bytes: [UInt8] = []
            while let byte = output.readData(ofLength: 1).first, byte != UInt8(ascii: "\n") { bytes.append(byte) }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    /// Gives what it prints until its end, errors among it.
    package func rest() async -> String {
        await reading { String(decoding: $0.readDataToEndOfFile(), as: UTF8.self) }
    }

    /// Sends it an empty line.
    package func enter() { try? input.write(contentsOf: Data("\n".utf8)) }

    package func pause() { kill(process, SIGSTOP) }

    package func goOn() { kill(process, SIGCONT) }

    private func reading(_ body: @escaping @Sendable (FileHandle) -> String) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [output] in continuation.resume(returning: body(output)) }
        }
    }

    private func wait() -> Int32 {
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return status
    }

    private static func spawn(_ arguments: [String], input: Int32, output: Int32) throws -> pid_t {
        let interpreter = "/usr/bin/python3"
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        for (descriptor, place) in [(input, 0), (output, 1), (output, 2)] {
            posix_spawn_file_actions_adddup2(&files, descriptor, Int32(place))
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var texts = ([interpreter] + arguments).map { strdup($0) } + [nil]
        defer { for text in texts { free(text) } }
        var process: pid_t = 0
        let status = posix_spawn(&process, interpreter, &files, &attributes, &texts, environ)
        guard status == 0 else { throw POSIXError(POSIXErrorCode(rawValue: status) ?? .EIO) }
        return process
    }
}

extension FileHandle {
    fileprivate func closeOnExecution() { _ = fcntl(fileDescriptor, F_SETFD, FD_CLOEXEC) }
}
