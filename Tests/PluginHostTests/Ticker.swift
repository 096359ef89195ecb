import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Scheme

/// The rules of a toy that counts its ticks.
struct Ticking: Decider {
    struct Refusal: DomainRefusal {
        let gate: String? = nil
        let description = "the ticker ticks forward."
    }

    let initial = 0

    func decide(_ command: Int, _ state: Int) throws(Refusal) -> [Ticked] {
        guard command >= 0 else { throw Refusal() }
        return (0..<command).map { Ticked(number: state + $0 + 1, areas: Ticked.areas) }
    }

    func evolve(_ state: inout Int, _ event: Ticked) { state = event.number }
}

/// What the ticker publishes.
struct Ticked: EventContract {
    static let name = "getikt"
    static let dataClass = DataClass.open
    static let areas = AreaID("gm1581-0007").map { [$0] } ?? []
    let number: Int
    let areas: [AreaID]
    var subject: String { "tikker/1" }
}

/// The ticker's events are stored as they are published.
struct TickedCodec: ContractCodec {
    typealias Event = Ticked
    func storedForm(of event: Ticked) -> any StoredForm { event }
    var readings: [String: StoredReading<Ticked>] { [StoredReading(Ticked.self) { $0 }].byType() }
}

/// Asks the ticker to tick so many times.
struct Tick: CommandContract {
    static let name = "ticker.tick"
    let times: Int
}

/// Asks a toy for its count.
struct CountQuery: QueryContract {
    struct Answer: Codable, Equatable, Sendable { let count: Int }
    static let name = "count"
}

/// A toy that ticks when it is told to, and once more from 1 January 2027.
struct Ticker: BusPlugin {
    private static let stream = StreamName("ticker", "1")

    let name: PluginName
    let consumes: [PluginName] = []
    let projections: [any Projection] = []
    let reactions: [Reaction] = []

    var commands: [CommandHandler] {
        [
            CommandHandler(Tick.self) { command, work in
                try work.execute(Ticking(), command.times, on: Self.stream, codec: TickedCodec())
            }
        ]
    }

    var queries: [QueryHandler] {
        [
            QueryHandler(CountQuery.self) { _, reader in
                CountQuery.Answer(count: try reader.load(Ticking(), from: Self.stream, codec: TickedCodec()).state)
            }
        ]
    }

    func fallDue(_ work: PluginWork) throws {
        let isNew = work.today.year == 2027
        guard isNew, try work.load(Ticking(), from: Self.stream, codec: TickedCodec()) == 0 else { return }
        try work.execute(Ticking(), 1, on: Self.stream, codec: TickedCodec())
    }
}

/// A toy that counts the ticks that it hears.
struct Listener: BusPlugin {
    private static let documents = DocumentCollection("heard", .personal)

    let name: PluginName
    let consumes: [PluginName]
    let projections: [any Projection] = []
    let commands: [CommandHandler] = []

    var queries: [QueryHandler] {
        [
            QueryHandler(CountQuery.self) { _, reader in
                CountQuery.Answer(count: try reader.documents(in: Self.documents, prefix: "").count)
            }
        ]
    }

    var reactions: [Reaction] {
        [
            Reaction(to: Ticked.self) { event, work in
                try work.transaction.put(Data(), at: "\(event.number)", in: Self.documents)
            }
        ]
    }
}
