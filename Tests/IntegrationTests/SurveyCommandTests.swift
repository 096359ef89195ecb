import Foundation
import TestSupport
import Testing

@testable import Console

@Suite("kvo survey", .serialized, .timeLimit(.minutes(2)))
struct SurveyCommandTests {
    private static let run = "gm1581-0001-t1"
    private static let establishments = Repository.folder("Examples/doorn-centrum/vestigingen.csv")

    /// The example's answers under the codes of a list.
    private static func answers(under list: String, in folder: String) throws -> String {
        func lines(_ path: String) throws -> [String] {
            try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
        }
        let codes = try lines(list).dropFirst().map { $0.suffix(10) }
        let rows = try lines(Repository.folder("Examples/doorn-centrum/enquete-0-meting.csv"))
        let renamed = zip(rows.dropFirst(), codes).map { row, code in "\(code)\(row.drop { $0 != ";" })" }
        let path = "\(folder)/antwoorden.csv"
        try ([rows[0]] + renamed).map { $0 + "\n" }.joined().write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    @Test("makes codes, takes answers under them, and tells how far it has come and what came out")
    func whole() async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            try await system.play(chapters: 2)
            let list = "\(system.folder)/uitnodigingen.csv"
            let invite = ["survey", "invite", Self.run, "--establishments", Self.establishments, "-o"]
            let early = try system.kvo(invite + [list])
            #expect(early.status == 1 && early.errors.contains("has not been opened"))
            #expect(!FileManager.default.fileExists(atPath: list))
            #expect(try system.kvo("survey", "open", Self.run, "--on", "2023-09-15").status == 0)

            let invited = try system.kvo(invite + [list])
            #expect(invited.status == 0 && invited.output.contains("62 codes in \(list): 0 kept, 62 new"))
            let rights = try FileManager.default.attributesOfItem(atPath: list)[.posixPermissions] as? Int
            #expect(rights == 0o600)
            let again = try system.kvo(invite + [list])
            #expect(again.status == 73 && again.errors.contains("there is such a file already"))
            let kept = try system.kvo(invite + ["\(list).2", "--previous", list])
            #expect(kept.output.contains(": 62 kept, 0 new"))

            let foreign = try system.kvo(
                "survey",
                "import",
                Self.run,
                Repository.folder("Examples/doorn-centrum/enquete-0-meting.csv")
            )
            #expect(foreign.status == 65 && foreign.errors.contains("enquete-0-meting.csv:2:1:"))
            let answers = try Self.answers(under: list, in: system.folder)
            #expect(try system.kvo("survey", "import", Self.run, answers).status == 0)

            let status = try system.kvo("survey", "status", Self.run).output
            for words in ["30 of 62 (48 %) answered", "19 needed: reached", "margin ±", "62 codes handed out"] {
                #expect(status.contains(words), "\(words) in \(status)")
            }
            #expect(try system.kvo("survey", "results", Self.run).errors.contains("is still open"))
            #expect(try system.kvo("survey", "close", Self.run, "--on", "2023-09-15").status == 0)
            let results = try system.kvo("survey", "results", Self.run, "--by", "size").output
            #expect(results.contains("Slachtoffer van winkeldiefstal") && results.contains("hidden"))
            let remarks = try system.kvo("survey", "results", Self.run, "--remarks")
            #expect(remarks.errors.contains("personal data") && remarks.output.contains("L1: "))
        }
    }

    @Test("an export of LimeSurvey needs a mapping, and a fault in the mapping has its place")
    func limeSurvey() async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            try await system.play(chapters: 2)
            #expect(try system.kvo("survey", "open", Self.run, "--on", "2023-09-15").status == 0)
            let export = Repository.folder("Examples/de-meent/limesurvey-0-meting.csv")
            let command = ["survey", "import", Self.run, export, "--from", "limesurvey"]
            #expect(try system.kvo(command).status == 64)
            // It was made for the questionnaire of business parks.
            let mapping = Repository.folder("Examples/de-meent/limesurvey-mapping.json")
            let other = try system.kvo(command + ["--mapping", mapping])
            #expect(other.status == 65 && other.errors.contains("limesurvey-mapping.json:2:3:"))
            #expect(try system.kvo("survey", "status", Self.run).output.contains("0 of 62"))
        }
    }
}
