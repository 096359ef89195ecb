import CloudEvents
import Contracts
import Foundation
import Scheme
import TestSupport
import Testing

@testable import Console

@Suite("An event that a service cannot apply", .serialized, .timeLimit(.minutes(2)))
struct FeedCommandTests {
    @Test("is shown by kvo feed parked with its reason, and applied by kvo feed retry once that is mended")
    func parked() async throws {
        try await withTemporaryDirectory { directory in
            let folder = directory.path
            let shipped = try String(
                contentsOfFile: Repository.folder("Modules/Scheme/Resources/kvo-3.json"),
                encoding: .utf8
            )
            try shipped.replacing("\"kvo-3\"", with: "\"kvo-4\"").replacing("KVO 3.1", with: "KVO 4.0")
                .write(toFile: directory.file("kvo-4.json"), atomically: true, encoding: .utf8)
            let configuration = directory.file("kvo.yaml")
            try "schemes:\n  - \(directory.file("kvo-4.json"))\n"
                .write(toFile: configuration, atomically: true, encoding: .utf8)
            let kvo = Executable(name: "kvo")
            #expect(try kvo.run(["keys", "make", "--folder", "\(folder)/keys"]).status == 0)
            let processes = ChildProcesses(logs: folder)
            defer { processes.stop() }
            let standard = ["--data", folder, "--clock", DemoStory.firstDay]
            for service in ["registry", "analysis", "planning", "certification", "gateway"] {
                try processes.start(service, standard + ["--config", configuration])
            }
            func retry() throws -> String {
                let outcome = try kvo.run(["feed", "retry", "registry", "analysis", "--sockets", folder])
                #expect(outcome.status == 0, "\(outcome.errors)")
                return outcome.output
            }
            let system = RunningSystem(folder: folder)
            let before = DemoStory.cooperation.count + DemoStory.analysis(0).count - 1
            try await system.play(chapters: before, scheme: SchemeID("kvo-4"))

            // The registry comes back without the scheme file of the run: the operator forgot it.
            processes.stop(["registry"])
            try processes.start("registry", standard)
            let area = system.area
            try await KVOClient.with(ServicePlace(sockets: folder)) { client in
                let day = DemoStory.measurements[0].established
                try await client.setClocks(to: DemoStory.date(day), as: DemoSystem.issuer)
                _ = try await client.send(DemoStory.establish(area, on: day), as: DemoSystem.issuer)
            }
            while try system.kvo("feed", "parked", "registry").output == "nothing is parked\n" {}
            let parked = try system.kvo("feed", "parked")
            #expect(parked.status == 0)
            #expect(parked.output.contains("analyse-vastgesteld") && parked.output.contains(area.run.text))
            #expect(parked.output.contains("install its scheme file"))
            #expect(try retry() == "0 applied, 1 still parked\n")
            let json = try JSON.decode(
                JSONValue.self,
                from: Data(try system.kvo("feed", "parked", "--json").output.utf8)
            )
            guard case .array(let events)? = json["registry"] else {
                Issue.record("\(json)")
                return
            }
            #expect(
                events.map { $0["attempts"] } == [.integer(6)] && events.map { $0["feed"] } == [.string("analysis")]
            )

            processes.stop(["registry"])
            try processes.start("registry", standard + ["--config", configuration])
            try await KVOClient.with(ServicePlace(sockets: folder)) { _ = try await $0.statuses() }
            #expect(try system.kvo("run", "show", area.run.text).output.contains("step 2"))
            #expect(try retry() == "1 applied, 0 still parked\n")
            #expect(try system.kvo("run", "show", area.run.text).output.contains("step 3"))
            #expect(try system.kvo("feed", "parked").output == "nothing is parked\n")
        }
    }
}
