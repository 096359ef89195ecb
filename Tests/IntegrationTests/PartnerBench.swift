import Contracts
import Foundation
import Scheme
import Testing

@testable import Console

/// A partner in a running system: its door, its keys and its system as a process of its own.
struct PartnerBench {
    let name: String
    let door: DemoDoor
    let program: PartnerProgram
    private let system: RunningSystem
    private let processes: ChildProcesses

    /// Admits a partner with `kvo partner add` and grants it topics with `kvo partner grant`.
    static func admit(
        _ name: String,
        in language: PartnerProgram.Language,
        grants: [String: String],
        to system: RunningSystem
    ) async throws -> PartnerBench {
        let folder = "\(system.folder)/partners/\(name)"
        let door = try await DemoDoor(of: name, in: folder, serverKeyFile: "\(system.folder)/keys/gateway.public")
        let examples = Repository.folder("Examples")
        let program = try PartnerProgram.find(language, examples: examples, folder: folder)
        try #require(program.language == language, "\(language.rawValue) cannot be run here")
        let bench = PartnerBench(
            name: name,
            door: door,
            program: program,
            system: system,
            processes: ChildProcesses(logs: folder)
        )
        // With the equals sign, since a key may begin with a hyphen.
        try bench.kvo([
            "add", name, "--organisation", name, "--name", "Afnemer \(name)", "--public-key=\(door.publicKey)",
            "--live-port", String(door.livePort), "--feed-port", String(door.feedPort),
        ])
        for (pattern, dataClass) in grants { try bench.kvo(["grant", name, pattern, "--class", dataClass]) }
        return bench
    }

    /// Runs `kvo partner …`, which must succeed.
    @discardableResult
    func kvo(_ arguments: [String]) throws -> Executable.Outcome {
        let outcome = try system.kvo(["partner"] + arguments)
        try #require(outcome.status == 0, "kvo partner \(arguments): \(outcome.errors)")
        return outcome
    }

    /// Starts the partner's system, with its own keys or with others.
    func start(_ more: String...) throws {
        try processes.start(name, program.executable, program.arguments(at: door) + more)
    }

    /// Kills the partner's system.
    func kill() { processes.crash(name) }

    /// Asks the partner's system to stop and waits until it has.
    func stop() { processes.stop() }

    /// Runs the partner's system until it ends by itself.
    func run(_ more: String...) throws -> Executable.Outcome {
        let (process, output, errors) = (Process(), Pipe(), Pipe())
        process.executableURL = program.executable
        // A later option counts.
        process.arguments = program.arguments(at: door) + more
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

    /// What the partner's system said on standard error.
    func notices() throws -> String {
        try String(contentsOfFile: "\(system.folder)/partners/\(name)/\(name).log", encoding: .utf8)
    }

    /// What the gateway says of the partner.
    func summary() async throws -> PartnerSummary {
        let answer = try await KVOClient.with(ServicePlace(sockets: system.folder)) {
            try await $0.ask(PartnersQuery(partner: PartnerID(name)))
        }
        return try #require(answer.partners.first)
    }

    /// Waits until something is so; each look follows an answer of the gateway, so that nobody is kept from working.
    func wait(until isSo: (PartnerSummary) throws -> Bool) async throws {
        while try await !isSo(summary()) {}
    }

    /// Waits until the partner has confirmed all that lies behind its door.
    func waitForAll() async throws {
        try await wait { summary in summary.head > 0 && summary.consumers.contains { $0.offset == summary.head } }
    }

    /// Waits until as many connections to the feed's port are made as are expected.
    func wait(forConnections count: Int) async throws {
        try await wait { _ in try TCPConnections.count(to: door.feedPort) == count }
    }

    /// Compares what the partner has kept with what the services have published.
    func delivery(_ isEntitled: @escaping @Sendable (ReceivedEvent) -> Bool) async throws -> DemoDelivery {
        let count = try await system.eventCount()
        let log = try system.kvo("watch", "--from-start", "--json", "--count", String(count))
        let received = try log.output.split(separator: "\n").map { try ReceivedEvent(line: Data($0.utf8)) }
        try #require(received.count == Int(count))
        let partner = DemoPartner(
            id: try #require(PartnerID(name)),
            name: name,
            organisation: try #require(OrganisationID(name)),
            wish: "",
            grants: [],
            language: program.language,
            isAwayForAWhile: false,
            isEntitled: isEntitled
        )
        return DemoDelivery(to: partner, in: program.language, of: received, kept: try program.kept(in: door.state))
    }
}

/// Reads the kernel's table of TCP connections.
enum TCPConnections {
    /// What the kernel says of a connection, by its number in the table.
    enum State: String {
        case established = "01"
        /// The other side has ended it, and this one has not seen that yet.
        case ended = "08"
    }

    /// The number of connections that were made to a port of this host.
    static func count(to port: Int, in state: State = .established) throws -> Int {
        let local = ":" + String(port + 0x10000, radix: 16, uppercase: true).dropFirst()
        // Read to its end: as a file without a size it would count as read after the first piece.
        let table = try FileHandle(forReadingFrom: URL(fileURLWithPath: "/proc/net/tcp")).readToEnd() ?? Data()
        return String(decoding: table, as: UTF8.self).split(separator: "\n").count { line in
            let columns = line.split(separator: " ", omittingEmptySubsequences: true)
            return columns.count > 3 && columns[1].hasSuffix(local) && columns[3] == state.rawValue
        }
    }
}
