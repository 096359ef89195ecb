import Foundation
import Scheme
import TestSupport
import Testing

@testable import Console

/// A file that must be refused at a place, with words that say why.
struct BadFile: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let subcommand: [String]
    let example: String
    let old: String
    let new: String
    let place: String
    let words: String

    /// Answers, findings and figures of the shopping area, each with one fault.
    static let all = [
        BadFile(
            testDescription: "a ragged row",
            subcommand: ["survey", "import"],
            example: "enquete-0-meting.csv",
            old: "3RNXG6DW;nooit;",
            new: "3RNXG6DW;",
            place: ":2:",
            words: "field"
        ),
        BadFile(
            testDescription: "an answer that the question does not have",
            subcommand: ["survey", "import"],
            example: "enquete-0-meting.csv",
            old: "3RNXG6DW;nooit;",
            new: "3RNXG6DW;altijd;",
            place: ":2:10",
            words: "altijd"
        ),
        BadFile(
            testDescription: "a question that the questionnaire does not have",
            subcommand: ["survey", "import"],
            example: "enquete-0-meting.csv",
            old: "respondent;B1;",
            new: "respondent;Z9;",
            place: ":1:12",
            words: "Z9"
        ),
        BadFile(
            testDescription: "a second answer by the same establishment",
            subcommand: ["survey", "import"],
            example: "enquete-0-meting.csv",
            old: "4KXGC9PT;",
            new: "3RNXG6DW;",
            place: ":3:1",
            words: "3RNXG6DW"
        ),
        BadFile(
            testDescription: "a police export of another table",
            subcommand: ["police", "import"],
            example: "politiecijfers-2022-12-2023-11.csv",
            old: "\"Soort misdrijf\"",
            new: "\"Soort overlast\"",
            place: ":1:",
            words: "Soort misdrijf"
        ),
        BadFile(
            testDescription: "a region that is not in the area",
            subcommand: ["police", "import"],
            example: "politiecijfers-2022-12-2023-11.csv",
            old: "\"Doorn-Centrum\"",
            new: "\"Leersum-Dorp\"",
            place: ":14:",
            words: "Leersum-Dorp"
        ),
        BadFile(
            testDescription: "a month in the future",
            subcommand: ["police", "import"],
            example: "politiecijfers-2022-12-2023-11.csv",
            old: "\"2022 december\"",
            new: "\"2042 december\"",
            place: ":2:",
            words: "2042"
        ),
        BadFile(
            testDescription: "an inspection in the future",
            subcommand: ["inspection", "import", "--participant", "gemeente-utrechtse-heuvelrug"],
            example: "schouw-0-meting.csv",
            old: "dag;2023-10-05;",
            new: "dag;2042-10-05;",
            place: ":2:5",
            words: "2042-10-05"
        ),
    ]
}

@Suite("Bad input", .serialized, .timeLimit(.minutes(2)))
struct BadInputTests {
    @Test("A faulty file is refused with file, line and column, and nothing of it is kept")
    func files() async throws {
        // After three chapters the survey is open.
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            try await system.play(chapters: 3)
            #expect(try system.kvo("clock", "set", "2024-01-10").status == 0)
            let run = system.area.run.text
            let before = try await system.eventCount()
            for (number, bad) in BadFile.all.enumerated() {
                let name = "fout-\(number).csv"
                let path = try system.file(name, from: bad.example, replacing: bad.old, with: bad.new)
                let (verb, rest) = (bad.subcommand.prefix(2), bad.subcommand.dropFirst(2))
                let outcome = try Executable(name: "kvo").run(
                    verb + [run, path] + rest + ["--sockets", system.folder]
                )
                #expect(outcome.status == 65, "\(bad.testDescription): \(outcome.errors)")
                #expect(outcome.errors.contains(name + bad.place), "\(bad.testDescription): \(outcome.errors)")
                #expect(outcome.errors.contains(bad.words), "\(bad.testDescription): \(outcome.errors)")
                #expect(outcome.errors.split(separator: "\n").count == 1, "one sentence: \(outcome.errors)")
            }
            let broken = "\(system.folder)/bytes.csv"
            var bytes = try Data(
                contentsOf: URL(fileURLWithPath: Repository.folder("Examples/doorn-centrum/enquete-0-meting.csv"))
            )
            bytes[bytes.count - 3] = 0xFF
            try bytes.write(to: URL(fileURLWithPath: broken))
            let outcome = try system.kvo("survey", "import", run, broken)
            #expect(outcome.status == 65)
            #expect(outcome.errors.contains("bytes.csv:31:"), "\(outcome.errors)")
            #expect(outcome.errors.contains("UTF-8"))
            #expect(try await system.eventCount() == before)

            // The faultless file still goes in whole: no answer of the refused ones was kept.
            let good = try system.kvo(
                "survey",
                "import",
                run,
                Repository.folder("Examples/doorn-centrum/enquete-0-meting.csv")
            )
            #expect(good.status == 0, "\(good.errors)")
            #expect(good.output.contains("answers: 30"))
        }
    }

    @Test("A stale revision, a repeated command and a date in the future are answered as they should be")
    func commands() async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            try await system.play(chapters: 1)
            let run = system.area.run.text
            let leave = ["party", "leave", run, "--organisation", "politie-midden-nederland", "--on", "2023-09-01"]
            let stale = try Executable(name: "kvo").run(
                leave + ["--sockets", system.folder, "--expected-revision", "1"]
            )
            #expect(stale.status == 1)
            #expect(stale.errors.contains("revision 1 was expected"))

            let future = try system.kvo(
                "party",
                "leave",
                run,
                "--organisation",
                "politie-midden-nederland",
                "--on",
                "2042-01-01"
            )
            #expect(future.status == 1 || future.status == 65)
            #expect(future.errors.contains("2042-01-01"))

            let key = UUID().uuidString
            let before = try await system.eventCount()
            let first = try Executable(name: "kvo").run(leave + ["--sockets", system.folder, "--key", key, "--json"])
            let again = try Executable(name: "kvo").run(leave + ["--sockets", system.folder, "--key", key, "--json"])
            #expect(first.status == 0, "\(first.errors)")
            #expect(first.output == again.output)
            #expect(try await system.eventCount() == before + 1)

            let other = try system.kvo("run", "stop", run, "--reason", "x", "--on", "2023-09-01", "--key", key)
            #expect(other.status == 1)
            #expect(other.errors.contains("key"))
        }
    }

    @Test("A service that does not run, a missing file and wrong use have a status of their own and no trace")
    func statuses() async throws {
        try await withTemporaryDirectory { directory in
            let nobody = try Executable(name: "kvo").run(["run", "show", "--sockets", directory.path, "--timeout", "1"])
            #expect(nobody.status == 69)
            #expect(nobody.errors.contains("registry"))
            let missing = try Executable(name: "kvo").run([
                "survey", "import", "gm1581-0001-t1", "\(directory.path)/none.csv", "--sockets", directory.path,
            ])
            #expect(missing.status == 66)
            #expect(missing.errors.contains("none.csv"))
            let wrong = try Executable(name: "kvo").run(["run", "show", "park"])
            #expect(wrong.status == 64)
            for outcome in [nobody, missing, wrong] {
                #expect(!outcome.errors.contains("Fatal error") && !outcome.errors.contains(".swift"))
            }
        }
    }
}
