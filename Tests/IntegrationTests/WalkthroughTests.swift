import Contracts
import Foundation
import TestSupport
import Testing

@testable import Console

/// The commands of a document and what it says that they print.
struct Walkthrough {
    /// A block of commands with the block that follows it; a line `…` in the latter stands for any lines or none.
    struct Block {
        let commands: [String]
        let pasted: [String]?
    }

    /// What a command printed, line by line.
    struct Printed {
        let command: String
        let status: Int32
        let lines: [String]
    }

    /// The fenced blocks of a Markdown text: `sh` for commands, without a word for what they print.
    static func blocks(of text: String) -> [Block] {
        var blocks: [Block] = []
        var fence: (word: String, lines: [String])?
        for line in text.components(separatedBy: "\n") {
            guard line.hasPrefix("```") else {
                fence?.lines.append(line)
                continue
            }
            switch fence {
            case nil: fence = (String(line.dropFirst(3)), [])
            case ("sh", let lines)?:
                blocks.append(Block(commands: commands(in: lines), pasted: nil))
                fence = nil
            case (_, let lines)?:
                if let last = blocks.popLast() { blocks.append(Block(commands: last.commands, pasted: lines)) }
                fence = nil
            }
        }
        return blocks
    }

    /// Tells what differs, with the commands and both texts, or `nil` if what was pasted is what was printed.
    static func difference(in block: Block, from printed: [Printed]) -> String? {
        let lines = printed.flatMap { outcome in outcome.lines.map { (outcome.command, $0) } }
        guard let pasted = block.pasted else { return "nothing is pasted below \(block.commands)" }
        guard let place = mismatch(of: pasted, in: lines.map(\.1)) else { return nil }
        let command = place < lines.count ? lines[place].0 : block.commands.last ?? ""
        return """
            it differs at: \(command)
            --- pasted in the document
            \(pasted.joined(separator: "\n"))
            --- printed now, by all commands of the block
            \(lines.map(\.1).joined(separator: "\n"))
            """
    }

    /// The index of the first printed line that the pasted ones do not account for.
    static func mismatch(of pasted: [String], in printed: [String]) -> Int? {
        let parts = pasted.split(separator: "…", omittingEmptySubsequences: false).map(Array.init)
        guard let first = parts.first, let last = parts.last else { return printed.isEmpty ? nil : 0 }
        if let place = first.indices.first(where: { $0 >= printed.count || printed[$0] != first[$0] }) { return place }
        if parts.count == 1 { return printed.count == first.count ? nil : first.count }
        var position = first.count
        for part in parts.dropFirst().dropLast() {
            let starts = position..<max(position, printed.count - part.count + 1)
            let start = starts.first { Array(printed[$0..<$0 + part.count]) == part }
            guard let start else { return position }
            position = start + part.count
        }
        return printed.count - last.count >= position && printed.suffix(last.count) == last[...] ? nil : position
    }

    /// Runs a command as somebody at a terminal would, with its errors among its output.
    static func run(_ command: String, in folder: String) throws -> Printed {
        let (process, output) = (shell(command, in: folder), Pipe())
        process.standardOutput = output
        process.standardError = output
        try process.runHearingSignals()
        var lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
            .components(separatedBy: "\n")
        process.waitUntilExit()
        if lines.last == "" { lines.removeLast() }
        return Printed(command: command, status: process.terminationStatus, lines: lines)
    }

    /// Starts the services with the command that the document gives for it, for the scope of a closure.
    static func withServices(by command: String, in folder: String, _ body: () async throws -> Void) async throws {
        // Without `exec` the signal at the end would reach the shell only.
        let (process, errors) = (shell("exec " + command, in: folder), Pipe())
        process.standardError = errors
        try process.runHearingSignals()
        let lines = try Lines.read(errors.fileHandleForReading, until: "ready")
        errors.fileHandleForReading.readabilityHandler = { _ = $0.availableData }
        defer {
            process.terminate()
            process.waitUntilExit()
            errors.fileHandleForReading.readabilityHandler = nil
        }
        try #require(lines.last?.contains("ready") == true, "\(command): \(lines.joined(separator: "\n"))")
        try await body()
    }

    private static func shell(_ command: String, in folder: String) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", command]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        return process
    }

    private static func commands(in lines: [String]) -> [String] {
        var commands: [String] = []
        var isOpen = false
        for line in lines where isOpen || !line.isEmpty {
            if isOpen, let start = commands.popLast() {
                commands.append(start + "\n" + line)
            } else {
                commands.append(line)
            }
            isOpen = line.hasSuffix("\\")
        }
        return commands
    }
}

@Suite("The walkthrough", .serialized, .timeLimit(.minutes(3)))
struct WalkthroughTests {
    @Test("Every command prints what the document shows, two are refused, and the run ends with two certificates")
    func document() async throws {
        let text = try String(contentsOfFile: Repository.folder("docs/walkthrough.md"), encoding: .utf8)
        let blocks = Walkthrough.blocks(of: text)
        let up = try #require(blocks.first?.commands.first)
        try #require(up.contains("kvo up"), "the document begins with starting the services, not with \(up)")
        try await withTemporaryDirectory { directory in
            let executables = try ChildProcesses.executable("kvo").deletingLastPathComponent().path
            let files = FileManager.default
            try files.createDirectory(atPath: directory.file(".build"), withIntermediateDirectories: false)
            try files.createSymbolicLink(
                atPath: directory.file(".build/debug"),
                withDestinationPath: executables
            )
            try files.createSymbolicLink(
                atPath: directory.file("Examples"),
                withDestinationPath: Repository.folder("Examples")
            )
            try await Walkthrough.withServices(by: up, in: directory.path) {
                var refused: [Walkthrough.Printed] = []
                for block in blocks.dropFirst() {
                    let printed = try block.commands.map { try Walkthrough.run($0, in: directory.path) }
                    if let difference = Walkthrough.difference(in: block, from: printed) {
                        Issue.record("docs/walkthrough.md is not what is printed now; \(difference)")
                    }
                    refused += printed.filter { $0.status != 0 }
                }
                #expect(refused.count == 2, "the document says that two are refused: \(refused)")
                #expect(refused.allSatisfy { $0.lines.count == 1 && $0.status == 1 }, "one sentence each: \(refused)")
                let certificates = try await KVOClient.with(ServicePlace(sockets: directory.file(".kvo"))) {
                    try await $0.ask(CertificatesQuery(run: nil)).certificates
                }
                #expect(certificates.map(\.stars) == [1, 2])
            }
        }
    }

    @Test(
        "A line that is changed, missing, in another order or new is a difference, and a gap is none",
        arguments: [
            ("a b c", "a b c", nil), ("a … c", "a b b c", nil), ("a … b c", "a b d b c", nil), ("a … c …", "a c", nil),
            ("… b … c", "a b c", nil), ("a b c", "a x c", 1), ("a b", "a b c", 2), ("a b c", "a b", 2),
            ("a … c", "a b", 1), ("a … b", "a b c", 1), ("a … c … b …", "a b c", 3), ("a … a", "a", 1),
        ] as [(String, String, Int?)]
    )
    func comparison(pasted: String, printed: String, place: Int?) {
        let (pasted, printed) = (pasted.split(separator: " "), printed.split(separator: " "))
        #expect(Walkthrough.mismatch(of: pasted.map(String.init), in: printed.map(String.init)) == place)
    }
}
