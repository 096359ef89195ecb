import Contracts
import Foundation
import Glibc
import Scheme
import TestSupport
import Testing

@testable import Console

/// Runs services under strace, where that is possible.
private enum Strace {
    static let path = "/usr/bin/strace"

    /// Whether strace is there and may trace: a container may forbid ptrace.
    static let isUsable: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = ["-f", "-o", "/dev/null", "/bin/true"]
        (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
        guard (try? process.run()) != nil else { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    /// Makes a process that is the executable itself; the tracer stands behind it and ends with it.
    static func make(_ name: String, _ arguments: [String], trace: String) throws -> Process {
        let executable = try ChildProcesses.executable(name).path
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments =
            ["-D", "-f", "-y", "-xx", "-s", "4096", "-e", "trace=pwrite64,fdatasync,fsync,sendto,recvfrom"]
            + ["-o", trace, executable] + arguments
        process.standardInput = FileHandle.nullDevice
        return process
    }
}

@Suite("Durability of what a service promises", .serialized, .timeLimit(.minutes(2)))
struct DurabilityTests {
    /// Each request stands alone here: a write of another one would blur whether its own is on disk.
    @Test(
        "Every reply to a command and every OK to an acknowledgement is sent after its effect is on disk",
        .enabled(if: Strace.isUsable, "strace is not at /usr/bin/strace, or may not trace here")
    )
    func promises() async throws {
        try await withTemporaryDirectory { directory in
            let (folder, trace) = (directory.path, directory.file("trace"))
            let arguments = ["--data", folder, "--clock", DemoStory.firstDay, "--unsecured"]
            let registry = try Strace.make("registry", arguments, trace: trace)
            let errors = Pipe()
            registry.standardError = errors
            try registry.runHearingSignals()
            _ = try Lines.read(errors.fileHandleForReading, until: "ready")
            let sent = try await play(in: folder)
            try await follow(in: folder, arguments, trace: trace)
            registry.terminate()
            // The tracer has the pipe too, so its end is the end of the trace.
            _ = errors.fileHandleForReading.readDataToEndOfFile()
            registry.waitUntilExit()

            let text = try String(contentsOfFile: trace, encoding: .utf8)
            let promises = SystemCallTrace(text).promises
            #expect(promises.filter { $0.verb == "REPLY" }.count == sent)
            #expect(promises.contains { $0.verb == "OK" })
            #expect(promises.filter { $0.fault != nil } == [])
            // The same process as it would look with `synchronous=OFF`.
            let unsynced = text.split(separator: "\n").filter { !$0.contains("datasync") && !$0.contains("fsync") }
            #expect(SystemCallTrace(unsynced.joined(separator: "\n")).faults.count == promises.count)
        }
    }

    /// The services run without keys here: what is on the wire has to be readable in the trace.
    private static func place(_ folder: String) -> ServicePlace {
        var place = ServicePlace(sockets: folder)
        place.isUnsecured = true
        return place
    }

    /// Sends the registry's commands of the story's beginning, and tells how many were carried out.
    private func play(in folder: String) async throws -> Int {
        let area = DemoArea.all[0]
        let files = DemoFiles(folder: Repository.folder("Examples/\(area.folder)"))
        return try await KVOClient.with(Self.place(folder)) { client in
            var count = 0
            for chapter in DemoStory.cooperation.prefix(1) {
                for case .carryOut(let command) in try chapter.actions(area, files) {
                    _ = try await client.send(command, as: DemoSystem.issuer)
                    count += 1
                }
            }
            return count
        }
    }

    /// Lets another service follow the registry until the OK to an acknowledgement stands in the trace.
    private func follow(in folder: String, _ arguments: [String], trace: String) async throws {
        let planning = try Executable(name: "planning").make(arguments)
        planning.standardError = FileHandle.nullDevice
        try planning.runHearingSignals()
        defer {
            planning.terminate()
            planning.waitUntilExit()
        }
        try await KVOClient.with(Self.place(folder)) { client in
            while true {
                // The answer is waited for, which gives the trace time to go on.
                _ = try await client.ask(AreasQuery())
                let promises = SystemCallTrace(try String(contentsOfFile: trace, encoding: .utf8)).promises
                guard !promises.contains(where: { $0.verb == "OK" }) else { return }
            }
        }
    }
}

@Suite("Reading a trace of system calls")
struct SystemCallTraceTests {
    private let journal = "12<\(escaped("/data/registry.sqlite-wal"))>"

    private static func escaped(_ text: String) -> String {
        text.utf8.map { "\\x" + (($0 < 16 ? "0" : "") + String($0, radix: 16)) }.joined()
    }

    private func message(_ verb: String, id: UInt8) -> String {
        let bytes = [1, 3] + Array("FB1".utf8) + [1, 8, 0, 0, 0, 0, 0, 0, 0, id, 1, UInt8(verb.utf8.count)]
        return "\"\(Self.escaped(String(decoding: bytes, as: UTF8.self) + verb))\""
    }

    private var request: String { #"7 recvfrom(20<x>, \#(message("CMD", id: 5)), 8192, 0, NULL, NULL) = 60"# }
    private var reply: String { #"7 sendto(20<x>, \#(message("REPLY", id: 5)), 80, MSG_NOSIGNAL, NULL, 0) = 80"# }
    private var write: String { #"8 pwrite64(\#(journal), "\x01", 4096, 0) = 4096"# }
    private var sync: String { "8 fdatasync(\(journal)) = 0" }

    private func faults(_ lines: String...) -> [String] {
        let trace = SystemCallTrace(lines.joined(separator: "\n"))
        #expect(trace.promises.count == 1)
        return trace.faults.compactMap(\.fault)
    }

    @Test("A reply after the write and its sync is in order")
    func inOrder() {
        #expect(faults(request, write, write, sync, reply).isEmpty)
    }

    @Test("A reply without a write, before the sync, or after one of another file, is not")
    func tooSoon() {
        #expect(faults(request, reply) == ["nothing was written to the journal since the request came in"])
        #expect(faults(write, sync, request, reply).count == 1)
        #expect(faults(request, write, reply, sync) == ["1 writes to the journal were not on disk yet"])
        let other = "8 fdatasync(13<\(Self.escaped("/data/registry.sqlite"))>) = 0"
        #expect(faults(request, write, other, reply).count == 1)
    }

    @Test("A sync that has not returned, that failed, or that began before the write, does not count")
    func unfinished() {
        let begun = "8 fdatasync(\(journal) <unfinished ...>"
        let ended = "8 <... fdatasync resumed>) = 0"
        #expect(faults(request, write, begun, ended, reply).isEmpty)
        #expect(faults(request, write, begun, reply, ended).count == 1)
        #expect(faults(request, write, begun, write, ended, reply).count == 1)
        #expect(faults(request, write, "8 fdatasync(\(journal)) = -1 EIO (Input/output error)", reply).count == 1)
    }

    @Test("The answer to a query promises nothing")
    func query() {
        let question = #"7 recvfrom(20<x>, \#(message("QRY", id: 5)), 8192, 0, NULL, NULL) = 60"#
        #expect(SystemCallTrace([question, reply].joined(separator: "\n")).promises.isEmpty)
    }
}
