import CloudEvents
import Contracts
import Foundation
import Scheme

/// The partners of the demonstration at their doors, each with its system in a process of its own.
struct DemoPartners {
    private struct Place {
        let partner: DemoPartner
        let door: DemoDoor
        let program: PartnerProgram

        var process: String { "partner-\(partner.id)" }
    }

    private let places: [Place]
    private let client: KVOClient
    private let processes: ChildProcesses

    /// Admits the partners, grants each what it may read, and starts their systems.
    ///
    /// - Parameters:
    ///   - partners: The partners.
    ///   - client: Who gives the gateway its orders.
    ///   - folder: The folder of the demonstration, with the services' keys in it.
    ///   - examples: The folder with the examples.
    ///   - processes: Who starts their processes.
    /// - Returns: The partners, whose systems run.
    /// - Throws: ``ConsoleError`` when the gateway refuses one, or an example cannot be run.
    static func admit(
        _ partners: [DemoPartner],
        by client: KVOClient,
        folder: String,
        examples: String,
        among processes: ChildProcesses
    ) async throws -> DemoPartners {
        var places: [Place] = []
        for partner in partners {
            let own = "\(folder)/partners/\(partner.id)"
            let door = try await DemoDoor(
                of: partner.id.text,
                in: own,
                serverKeyFile: "\(folder)/keys/gateway.public"
            )
            let admission = AddPartner(
                partner: partner.id,
                organisation: partner.organisation,
                name: partner.name,
                key: door.publicKey,
                livePort: door.livePort,
                feedPort: door.feedPort
            )
            _ = try await client.send(admission, as: DemoSystem.issuer)
            for grant in partner.grants {
                let order = GrantTopics(partner: partner.id, pattern: grant.pattern, dataClass: grant.dataClass)
                _ = try await client.send(order, as: DemoSystem.issuer)
            }
            let program = try PartnerProgram.find(partner.language, examples: examples, folder: own)
            let place = Place(partner: partner, door: door, program: program)
            try processes.start(place.process, program.executable, program.arguments(at: door))
            places.append(place)
        }
        return DemoPartners(places: places, client: client, processes: processes)
    }

    /// Each partner with what it may read and in what its system is written, in one line.
    var introductions: [String] {
        places.map { "\($0.partner.name): \($0.partner.wish), a system in \($0.program.language.rawValue)" }
    }

    /// Kills the processes of those that are away for a while, and tells who they are.
    func leave() -> [String] {
        for place in away { processes.crash(place.process) }
        return away.map(\.partner.name)
    }

    /// Starts the processes that were killed.
    func comeBack() throws -> [String] {
        for place in away { try processes.restart(place.process) }
        return away.map(\.partner.name)
    }

    /// Waits until each has confirmed all that lies behind its door, for twenty seconds at most.
    func wait() async throws {
        let deadline = ContinuousClock.now + .seconds(20)
        while try await !client.ask(PartnersQuery(partner: nil)).partners.allSatisfy(\.hasAll),
            ContinuousClock.now < deadline
        {
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    /// Stops their processes and compares what each has kept with what it was entitled to.
    ///
    /// - Parameter received: All that happened, as the internal subscriber received it.
    /// - Returns: What each got and was entitled to.
    /// - Throws: ``ConsoleError`` when what a partner has kept cannot be read.
    func deliveries(of received: [ReceivedEvent]) throws -> [DemoDelivery] {
        processes.stop(places.map(\.process))
        return try places.map { place in
            let kept = try place.program.kept(in: place.door.state)
            return DemoDelivery(to: place.partner, in: place.program.language, of: received, kept: kept)
        }
    }

    private var away: [Place] { places.filter(\.partner.isAwayForAWhile) }
}

extension PartnerSummary {
    fileprivate var hasAll: Bool { consumers.contains { $0.offset == head } }
}
