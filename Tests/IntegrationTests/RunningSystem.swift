import Contracts
import Foundation
import Scheme
import TestSupport

@testable import Console

/// All services in one process by `kvo up`, for the scope of a closure.
struct RunningSystem {
    let folder: String
    let area = DemoArea.all[0]

    /// Starts `kvo up` with a clock that is set by hand.
    static func with(
        clock: String,
        configuration: String? = nil,
        _ body: (RunningSystem) async throws -> Void
    ) async throws {
        try await withTemporaryDirectory { directory in
            let process = try Executable(name: "kvo").make(
                ["up", "--data", directory.path, "--clock", clock] + (configuration.map { ["--config", $0] } ?? [])
            )
            let errors = Pipe()
            process.standardError = errors
            try process.runHearingSignals()
            _ = try Lines.read(errors.fileHandleForReading, until: "ready")
            errors.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
            defer {
                process.terminate()
                process.waitUntilExit()
                errors.fileHandleForReading.readabilityHandler = nil
            }
            try await body(RunningSystem(folder: directory.path))
        }
    }

    /// Runs a subcommand against the system.
    @discardableResult
    func kvo(_ arguments: String...) throws -> Executable.Outcome { try kvo(arguments) }

    /// Runs a subcommand against the system.
    func kvo(_ arguments: [String]) throws -> Executable.Outcome {
        try Executable(name: "kvo").run(arguments + ["--sockets", folder])
    }

    /// Plays the first chapters of the story for the shopping area, under a scheme version if one is named.
    func play(chapters count: Int, scheme: SchemeID? = nil) async throws {
        try await play(DemoStory.chapters.prefix(count), scheme: scheme)
    }

    /// Plays some chapters of the story for the shopping area.
    func play(_ chapters: ArraySlice<DemoChapter>, scheme: SchemeID? = nil) async throws {
        try await KVOClient.with(ServicePlace(sockets: folder)) { client in
            for chapter in chapters {
                try await client.setClocks(to: DemoStory.date(chapter.day), as: DemoSystem.issuer)
                let files = DemoFiles(folder: Repository.folder("Examples/\(area.folder)"))
                for case .carryOut(var command) in try chapter.actions(area, files) {
                    if let start = command as? StartRun { command = StartRun(area: start.area, scheme: scheme) }
                    let done = try await client.send(command, as: DemoSystem.issuer)
                    if let mark = done.mark { try await client.settle(after: mark) }
                }
            }
        }
    }

    /// Writes a file with the text of an example in which something was replaced.
    func file(_ name: String, from example: String, replacing old: String, with new: String) throws -> String {
        let text = try String(contentsOfFile: Repository.folder("Examples/\(area.folder)/\(example)"), encoding: .utf8)
        precondition(text.contains(old), "the example \(example) no longer holds \(old)")
        let path = "\(folder)/\(name)"
        let range = text.range(of: old).map { text.replacingCharacters(in: $0, with: new) }
        try (range ?? text).write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }

    /// The number of events in all feeds.
    func eventCount() async throws -> Int64 {
        try await KVOClient.with(ServicePlace(sockets: folder)) { client in
            try await client.statuses().reduce(0) { $0 + $1.head.offset }
        }
    }
}
