import CloudEvents
import Contracts
import Foundation
import Scheme
import TestSupport
import Testing

@testable import Console

@Suite("The operator's command", .serialized, .timeLimit(.minutes(2)))
struct OperatorCommandTests {
    @Test("kvo status shows the five services and the step of each run, for people and for programs")
    func status() async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            try await system.play(chapters: 2)
            let text = try system.kvo("status")
            #expect(text.status == 0)
            for word in ["registry", "analysis", "planning", "certification", "up", "step 2 (Veiligheidsanalyse)"] {
                #expect(text.output.contains(word), "\(word) in \(text.output)")
            }
            let json = try system.kvo("status", "--json")
            let report = try JSON.decode(JSONValue.self, from: Data(json.output.utf8))
            guard case .array(let services)? = report["services"] else {
                Issue.record("no services in \(json.output)")
                return
            }
            #expect(services.count == 5)
        }
    }

    @Test("kvo watch shows what has happened and what happens, selected by service and area")
    func watch() async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            try await system.play(chapters: 2)
            let all = try system.kvo("watch", "--from-start", "--json", "--count", "10")
            #expect(all.status == 0)
            let events = try all.output.split(separator: "\n").map { try ReceivedEvent(line: Data($0.utf8)) }
            #expect(events.count == 10)
            #expect(events.allSatisfy { $0.event.type.hasPrefix("nl.kvo.") })
            let registered = try system.kvo(
                "watch",
                "--from-start",
                "--count",
                "1",
                "--stream",
                "registry",
                "--area",
                "gm1581-0001"
            )
            #expect(registered.output.contains("gebied-aangemeld"))
            let wrong = try system.kvo("watch", "--stream", "politie")
            #expect(wrong.status == 64)
        }
    }

    @Test("kvo says at once that a service does not run, also when its socket was left behind")
    func stopped() async throws {
        try await withTemporaryDirectory { directory in
            let up = try Executable(name: "kvo").make(["up", "--data", directory.path])
            let errors = Pipe()
            up.standardError = errors
            try up.runHearingSignals()
            _ = try Lines.read(errors.fileHandleForReading, until: "ready")
            kill(up.processIdentifier, SIGKILL)
            up.waitUntilExit()
            #expect(FileManager.default.fileExists(atPath: directory.file("registry.command")))
            let system = RunningSystem(folder: directory.path)
            // Far longer than the test may take: nothing is waited for.
            let shown = try system.kvo("run", "show", "--timeout", "600")
            #expect(shown.status == 69)
            #expect(shown.errors.contains("registry cannot be reached: it does not run in \(directory.path); start it"))
            let status = try system.kvo("status")
            #expect(status.status == 69)
            #expect(status.output.contains("gateway does not answer: it does not run in"))
        }
    }

    @Test("kvo reaches services at the addresses of their configuration")
    func addresses() async throws {
        try await withTemporaryDirectory { directory in
            let (ports, more) = (try await FreePorts.pair(), try await FreePorts.pair())
            let configuration = directory.file("kvo.yaml")
            try """
            addresses:
              registry:
                live: tcp://127.0.0.1:\(ports.live)
                feed: tcp://127.0.0.1:\(ports.feed)
                command: tcp://127.0.0.1:\(more.live)
            """.write(toFile: configuration, atomically: true, encoding: .utf8)
            try await RunningSystem.with(clock: DemoStory.firstDay, configuration: configuration) { system in
                #expect(!FileManager.default.fileExists(atPath: "\(system.folder)/registry.command"))
                let without = try system.kvo("run", "show")
                #expect(
                    without.status == 69 && without.errors.contains("registry cannot be reached: it does not run in")
                )
                let there = ["--config", configuration, "--keys", "\(system.folder)/keys"]
                let status = try system.kvo(["status"] + there)
                #expect(status.status == 0, "\(status.output)")
                let list = Repository.folder("Examples/\(system.area.folder)/vestigingen.csv")
                let registered = try system.kvo(
                    ["area", "register", "gm1581-0001", "--kind", system.area.kind.rawValue, "--name", "Doorn"]
                        + ["--municipality", "GM1581=Utrechtse Heuvelrug", "--region", "BU15810000=Doorn-Centrum"]
                        + ["--division-year", "2023", "--establishments", list] + there
                )
                #expect(registered.status == 0, "\(registered.errors)")
                #expect(!registered.errors.contains("not every service has heard"), "\(registered.errors)")
                let seen = try system.kvo(["watch", "--stream", "registry", "--from-start", "--count", "1"] + there)
                #expect(seen.output.contains("gebied-aangemeld"))
            }
        }
    }

    @Test("A run is judged by a scheme version that was loaded from a file")
    func schemeFromFile() async throws {
        try await withTemporaryDirectory { directory in
            let shipped = Repository.folder("Modules/Scheme/Resources/kvo-3.json")
            let path = directory.file("kvo-4.json")
            try String(contentsOfFile: shipped, encoding: .utf8)
                .replacing("\"kvo-3\"", with: "\"kvo-4\"").replacing("KVO 3.1", with: "KVO 4.0")
                .replacing("\"meetingsPerYearMinimum\": 2", with: "\"meetingsPerYearMinimum\": 5")
                .write(toFile: path, atomically: true, encoding: .utf8)
            let listed = try Executable(name: "kvo").run(["scheme", "list", "--file", path])
            #expect(listed.status == 0, "\(listed.errors)")
            #expect(listed.output.contains("kvo-4"))

            let configuration = directory.file("kvo.yaml")
            try "schemes:\n  - \(path)\n".write(toFile: configuration, atomically: true, encoding: .utf8)
            try await RunningSystem.with(clock: DemoStory.firstDay, configuration: configuration) { system in
                try await system.play(chapters: 1, scheme: SchemeID("kvo-4"))
                let run = system.area.run.text
                #expect(try system.kvo("run", "show", run).output.contains("kvo-4"))
                let parties = system.area.parties
                let signed = try system.kvo(
                    ["agreement", "sign", run, "--on", "2023-09-01", "--meetings", "4"]
                        + ["--chair", parties[0].id.text, "--member", parties[0].id.text]
                        + parties.flatMap { ["--signatory", "\($0.id)=\($0.function)"] }
                )
                #expect(signed.status == 1)
                #expect(signed.errors.contains("5"), "the file asks for five meetings: \(signed.errors)")
            }
        }
    }

    @Test("A scheme file that cannot be used is refused by name")
    func badScheme() async throws {
        try await withTemporaryDirectory { directory in
            let path = directory.file("kvo-5.json")
            try "{\"id\": \"kvo-5\"}".write(toFile: path, atomically: true, encoding: .utf8)
            let refused = try Executable(name: "kvo").run(["scheme", "list", "--file", path])
            #expect(refused.status == 65)
            #expect(refused.errors.contains("kvo-5.json"))
        }
    }

    @Test("Shell completion can be generated", arguments: ["bash", "zsh", "fish"])
    func completion(_ shell: String) throws {
        let outcome = try Executable(name: "kvo").run(["--generate-completion-script", shell])
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("kvo"))
    }
}
