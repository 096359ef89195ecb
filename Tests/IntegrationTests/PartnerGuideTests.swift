import CloudEvents
import Foundation
import Glibc
import TestSupport
import Testing

@testable import Console

@Suite("The partner guide", .serialized, .timeLimit(.minutes(2)))
struct PartnerGuideTests {
    /// A fenced block of a document.
    private struct Fenced {
        let word: String
        let text: String
    }

    private static func blocks(of text: String) -> [Fenced] {
        var blocks: [Fenced] = []
        for (number, part) in text.components(separatedBy: "\n```").enumerated() where number % 2 == 1 {
            let end = part.firstIndex(of: "\n") ?? part.endIndex
            blocks.append(Fenced(word: String(part[..<end]), text: String(part[end...].dropFirst())))
        }
        return blocks
    }

    @Test("Somebody with only this page makes a key, looks at the feed and keeps it")
    func firstTenMinutes() async throws {
        let guide = try String(contentsOfFile: Repository.folder("docs/partner-guide.md"), encoding: .utf8)
        let blocks = Self.blocks(of: guide).prefix { $0.word != "" }
        try #require(blocks.map(\.word) == ["sh", "python", "sh", "sh"], "the first ten minutes have four blocks")
        let (makeKeys, look, runLook, keep) = (blocks[0].text, blocks[1].text, blocks[2].text, blocks[3].text)

        try await RunningSystem.with(clock: DemoStory.firstDay) { system in
            let folder = "\(system.folder)/partner"
            let files = FileManager.default
            try files.createDirectory(atPath: folder, withIntermediateDirectories: false)
            try files.createSymbolicLink(
                atPath: "\(folder)/Examples",
                withDestinationPath: Repository.folder("Examples")
            )
            // 1. The partner makes a key pair.
            let made = try Self.shell(makeKeys, in: folder)
            #expect(made.status == 0, "\(made.errors)")
            let mode = try files.attributesOfItem(atPath: "\(folder)/politie-mn.secret")[.posixPermissions] as? Int
            #expect(mode == 0o600)
            // 2. The operator gets the public half, and gives back addresses and the server's key.
            let publicHalf = try String(contentsOfFile: "\(folder)/politie-mn.public", encoding: .utf8)
            let key = publicHalf.dropFirst("public ".count).prefix(40)
            let ports = try await FreePorts.pair()
            let added = try system.kvo(
                "partner",
                "add",
                "politie-mn",
                "--organisation",
                "politie-mn",
                "--name",
                "Politie",
                "--public-key=\(key)",
                "--live-port",
                String(ports.live),
                "--feed-port",
                String(ports.feed)
            )
            #expect(added.status == 0, "\(added.errors)")
            #expect(
                try system.kvo("partner", "grant", "politie-mn", "registry/gm1581/*/*", "--class", "intern").status == 0
            )
            try files.copyItem(atPath: "\(system.folder)/keys/gateway.public", toPath: "\(folder)/server.public")
            try await system.play(DemoStory.chapters[..<2])
            let types = try system.kvo("watch", "--from-start", "--json", "--stream", "registry", "--count", "10")
                .output.split(separator: "\n").map { try ReceivedEvent(line: Data($0.utf8)).event.type }
            // 3. The partner looks.
            try look.write(toFile: "\(folder)/look.py", atomically: true, encoding: .utf8)
            let seen = try Self.head(of: Self.here(runLook, ports), lines: 1 + types.count, in: folder)
            #expect(seen.first?.contains("'head': \(types.count)") == true, "\(seen)")
            #expect(seen.dropFirst().map { String($0.split(separator: " ")[1]) } == types)
            // 4. The partner keeps.
            let command = Self.here(keep, ports).trimmingCharacters(in: .newlines) + " --until-head"
            let kept = try Self.shell(command, in: folder)
            #expect(kept.status == 0, "\(kept.errors)")
            #expect(kept.output.split(separator: "\n").map { String($0.split(separator: "\t")[2]) } == types)
            let again = try Self.shell(command, in: folder)
            #expect(again.status == 0 && again.output.isEmpty, "nothing comes twice: \(again)")
        }
    }

    /// The command with the addresses of a door on this host.
    private static func here(_ command: String, _ ports: (live: Int, feed: Int)) -> String {
        command.replacing("events.example.nl:7411", with: "127.0.0.1:\(ports.live)")
            .replacing("events.example.nl:7412", with: "127.0.0.1:\(ports.feed)")
    }

    /// Runs a command to its end.
    private static func shell(_ command: String, in folder: String) throws -> Executable.Outcome {
        let (process, output, errors) = (bash(command, in: folder), Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
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

    /// The first lines of a command that does not end by itself.
    private static func head(of command: String, lines count: Int, in folder: String) throws -> [String] {
        // Unbuffered, since Python writes to a pipe in blocks; and in the place of the shell, so that it can be killed.
        let (process, output) = (bash("export PYTHONUNBUFFERED=1; exec " + command, in: folder), Pipe())
        process.standardOutput = output
        try process.runHearingSignals()
        defer {
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
        return try Lines.read(output.fileHandleForReading, count: count)
    }

    /// Debian's Python stands in /usr/bin, with the pyzmq that the guide names.
    private static func bash(_ command: String, in folder: String) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", "export PATH=/usr/bin:$PATH; " + command]
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.standardInput = FileHandle.nullDevice
        return process
    }
}
