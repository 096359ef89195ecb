import Foundation
import TestSupport
import Testing

@testable import Console

@Suite("The service executables", .serialized, .timeLimit(.minutes(2)))
struct ServiceTests {
    @Test(
        "Each explains itself",
        arguments: ["registry", "analysis", "planning", "certification", "gateway", "kvo"]
    )
    func help(_ name: String) throws {
        let outcome = try Executable(name: name).run(["--help"])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("USAGE: \(name)"))
        let version = try Executable(name: name).run(["--version"])
        #expect(version.output.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\n/) != nil)
    }

    @Test(
        "Each starts alone from its example configuration, is ready within a second and stops at SIGTERM with status 0",
        arguments: ["registry", "analysis", "planning", "certification", "gateway"]
    )
    func lifecycle(_ name: String) async throws {
        // The machine may be busy with other tests: of three starts on an empty store the fastest counts.
        var fastest = Duration.seconds(60)
        for _ in 1...3 where fastest >= .seconds(1) { fastest = min(fastest, try await startAndStop(name)) }
        #expect(fastest < .seconds(1))
    }

    /// Starts a service on an empty store, stops it, and tells how long it took until it was ready.
    private func startAndStop(_ name: String) async throws -> Duration {
        try await withTemporaryDirectory { directory in
            let folder = directory.path
            let example = try String(contentsOfFile: Repository.folder("deploy/example/\(name).yaml"), encoding: .utf8)
            let configuration = "\(folder)/\(name).yaml"
            try example.replacing("/var/lib/keurmerk", with: "\(folder)/data")
                .replacing("/run/keurmerk", with: "\(folder)/run")
                .replacing("/etc/keurmerk/keys", with: "\(folder)/keys")
                .write(toFile: configuration, atomically: true, encoding: .utf8)
            #expect(try Executable(name: "kvo").run(["keys", "make", "--folder", "\(folder)/keys"]).status == 0)
            let process = try Executable(name: name).make(["--config", configuration])
            let errors = Pipe()
            process.standardError = errors
            let started = ContinuousClock.now
            try process.runHearingSignals()
            let lines = try Lines.read(errors.fileHandleForReading, until: "ready")
            let duration = ContinuousClock.now - started
            #expect(lines.last?.contains("ready") == true, "\(lines)")
            #expect(lines.contains { $0.contains("CURVE ipc://") } && !lines.contains { $0.contains("UNSECURED") })

            let asked = ContinuousClock.now
            process.terminate()
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
            #expect(process.terminationReason == .exit)
            #expect(ContinuousClock.now - asked < .seconds(2))
            return duration
        }
    }

    @Test("A wrong configuration is refused with one sentence that names the key")
    func wrongConfiguration() async throws {
        try await withTemporaryDirectory { directory in
            let folder = directory.path
            let configuration = "\(folder)/x.yaml"
            try "data: \(folder)/data\nclok: system\n".write(toFile: configuration, atomically: true, encoding: .utf8)
            let outcome = try Executable(name: "registry").run(["--config", configuration])
            #expect(outcome.status != 0)
            #expect(outcome.errors.contains("clok"))
            #expect(!outcome.errors.contains("Fatal error"))
            let address = try Executable(name: "registry").run(["--sockets", folder, "--clock", "tomorrow"])
            #expect(address.status != 0)
            #expect(address.errors.contains("clock"))
        }
    }

    @Test("A second process on the same store is refused")
    func secondProcess() async throws {
        try await withTemporaryDirectory { directory in
            let folder = directory.path
            let process = try Executable(name: "registry").make(["--data", folder, "--unsecured"])
            let errors = Pipe()
            process.standardError = errors
            try process.runHearingSignals()
            _ = try Lines.read(errors.fileHandleForReading, until: "ready")
            let second = try Executable(name: "registry").run(["--data", folder, "--unsecured"])
            #expect(second.status != 0)
            #expect(second.errors.contains("registry.sqlite"))
            process.terminate()
            process.waitUntilExit()
        }
    }

    @Test("A service without a key does not start, and says how to make one")
    func noKey() async throws {
        try await withTemporaryDirectory { directory in
            let outcome = try Executable(name: "registry").run(["--data", directory.path])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("kvo keys make registry"))
        }
    }

    @Test("A service whose secret key others can read does not start, and names the file")
    func openKey() async throws {
        try await withTemporaryDirectory { directory in
            let keys = "\(directory.path)/keys"
            #expect(try Executable(name: "kvo").run(["keys", "make", "--folder", keys]).status == 0)
            let secret = "\(keys)/registry.secret"
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: secret)
            let outcome = try Executable(name: "registry").run(["--data", directory.path])
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains("\(secret) has mode 0640") && outcome.errors.contains("chmod 600"))
        }
    }
}
