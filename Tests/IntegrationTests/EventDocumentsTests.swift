import CloudEvents
import Contracts
import Foundation
import TestSupport
import Testing

@testable import Console

/// Holds what partners read about the events to what running services send.
@Suite("The published documents of the events, beside the system", .serialized, .timeLimit(.minutes(2)))
struct EventDocumentsTests {
    /// Runs one of the repository's scripts with the system's Python, which has the Debian packages.
    private func script(_ name: String, _ arguments: [String]) throws -> Executable.Outcome {
        let debian = "/usr/bin/python3"
        let process = Process()
        let isDebian = FileManager.default.isExecutableFile(atPath: debian)
        process.executableURL = URL(fileURLWithPath: isDebian ? debian : "/usr/bin/env")
        process.arguments = (isDebian ? [] : ["python3"]) + ["-B", Repository.folder("scripts/\(name)")] + arguments
        process.standardInput = FileHandle.nullDevice
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.runHearingSignals()
        let text = output.fileHandleForReading.readDataToEndOfFile()
        let failure = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Executable.Outcome(
            status: process.terminationStatus,
            output: String(decoding: text, as: UTF8.self),
            errors: String(decoding: failure, as: UTF8.self)
        )
    }

    @Test("Every event of the whole story fits its schema, the envelope's and the rules of the profile")
    func story() async throws {
        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            try await system.play(chapters: DemoStory.chapters.count)
            let count = try await system.eventCount()
            let seen = try system.kvo("watch", "--json", "--from-start", "--count", "\(count)")
            let file = "\(system.folder)/events.jsonl"
            try seen.output.write(toFile: file, atomically: true, encoding: .utf8)

            let checked = try script("check_events.py", ["--events", file])
            #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
            #expect(checked.errors.contains("\(count) events"))

            try expectExamplesHaveTheSameAttributes(seen.output)

            // The same events with one fault in the first of them are refused.
            let wrong = seen.output.replacingFirst("\"specversion\":\"1.0\"", with: "\"specversion\":\"9\"")
            try wrong.write(toFile: file, atomically: true, encoding: .utf8)
            let refused = try script("check_events.py", ["--events", file])
            #expect(refused.status == 1)
            #expect(refused.output.contains(":1: specversion:"), "\(refused.output)")
        }
    }

    /// The examples are made beside the services' own code, so they must not have other attributes.
    private func expectExamplesHaveTheSameAttributes(_ lines: String) throws {
        for line in lines.split(separator: "\n") {
            let event = try ReceivedEvent(line: Data(line.utf8))
            let name = event.event.type.dropFirst("nl.kvo.".count)
            let path = Repository.folder("docs/schemas/examples/\(name).json")
            let example = try JSON.decode([String: JSONValue].self, from: Data(contentsOf: URL(fileURLWithPath: path)))
            let sent = try JSON.decode([String: JSONValue].self, from: event.json)
            #expect(sent.keys.sorted() == example.keys.sorted(), "\(name)")
            #expect(sent["source"] == example["source"], "\(name)")
            #expect(sent["dataclassification"] == example["dataclassification"], "\(name)")
        }
    }

    @Test("They are what the contracts say, and a contract that changes is noticed")
    func drift() async throws {
        let committed = try script("event_docs.py", ["--check"])
        #expect(committed.status == 0, "\(committed.output)\(committed.errors)")

        try await withTemporaryDirectory { directory in
            for folder in ["Modules/Contracts", "Modules/Scheme", "Modules/Bus/Wire", "Modules/CloudEvents", "docs"] {
                let copy = directory.file(folder)
                let parent = URL(fileURLWithPath: copy).deletingLastPathComponent().path
                try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
                // A copied link would lead back to the repository, which this test must not change.
                let original = URL(fileURLWithPath: Repository.folder(folder)).resolvingSymlinksInPath().path
                try FileManager.default.copyItem(atPath: original, toPath: copy)
                let kind = try FileManager.default.attributesOfItem(atPath: copy)[.type] as? FileAttributeType
                try #require(kind == .typeDirectory)
            }
            let unchanged = try script("event_docs.py", ["--check", directory.path])
            #expect(unchanged.status == 0, "\(unchanged.output)\(unchanged.errors)")

            let source = directory.file("Modules/Contracts/Events/Certification/CertificateGranted.swift")
            let text = try String(contentsOfFile: source, encoding: .utf8)
            try text.replacingFirst("let stars: Int", with: "let stars: Int?")
                .write(toFile: source, atomically: true, encoding: .utf8)
            let changed = try script("event_docs.py", ["--check", directory.path])
            #expect(changed.status == 1)
            #expect(changed.output.contains("docs/schemas/certificaat-verleend.v1.json:1: event-documents:"))
            #expect(changed.output.contains("make events"))
        }
    }

    @Test("They pass their own check")
    func check() throws {
        let outcome = try script("check_events.py", [])
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
        #expect(outcome.errors.contains("\(EventCatalogue.all.count) events"))
    }
}

extension String {
    fileprivate func replacingFirst(_ old: String, with new: String) -> String {
        precondition(contains(old), "there is no \(old)")
        return range(of: old).map { replacingCharacters(in: $0, with: new) } ?? self
    }
}
