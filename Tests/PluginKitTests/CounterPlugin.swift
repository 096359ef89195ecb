import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Scheme

/// Asks the counter to add.
struct Add: CommandContract {
    static let name = "counter.add"
    let amount: Int
    let areas: [AreaID]
}

/// Asks the counter to add, and wants to know the total.
struct AddAndTell: CommandContract {
    static let name = "counter.add-and-tell"
    let amount: Int
}

/// Asks the counter to add the same again and again, each time in a transaction of its own.
struct AddInTurns: CommandContract {
    static let name = "counter.add-in-turns"
    let amount: Int
    let turns: Int
}

/// Delivers a file, of which line 2 is always wrong.
struct Deliver: CommandContract {
    static let name = "counter.deliver"
    let file: DeliveredFile
}

/// Asks for the total.
struct TotalQuery: QueryContract {
    struct Answer: Codable, Equatable, Sendable { let total: Int }
    static let name = "counter.total"
}

/// A failure that is not the request's fault.
struct Fault: Error {}

/// The toy as a plug-in; it can hear the events of another counter.
struct CounterPlugin: BusPlugin {
    static let stream = StreamName("counter", "1")
    static let documents = DocumentCollection("heard", .personal)

    let name: PluginName
    var consumes: [PluginName] = []
    var projections: [any Projection] = [TotalProjection()]

    var commands: [CommandHandler] {
        [
            CommandHandler(Add.self) { command, work in
                try work.transaction.put(Data("kept".utf8), at: "last", in: Self.documents)
                try work.execute(
                    Counter(),
                    .add(command.amount, areas: command.areas),
                    on: Self.stream,
                    codec: CounterCodec()
                )
                if command.amount == -1 { throw Fault() }
            },
            CommandHandler(answering: AddAndTell.self) { command, work in
                try work.execute(Counter(), .add(command.amount, areas: []), on: Self.stream, codec: CounterCodec())
                return TotalQuery.Answer(
                    total: try work.load(Counter(), from: Self.stream, codec: CounterCodec()).total
                )
            },
            CommandHandler(inTurns: AddInTurns.self) { try add($0, turn: 1, $1) },
            CommandHandler(Deliver.self) { command, _ in
                throw InvalidInput("the amount is missing.", at: FilePlace(file: command.file.name, line: 2, column: 1))
            },
        ]
    }

    private func add(_ command: AddInTurns, turn: Int, _ work: PluginWork) throws -> CommandTurn<TotalQuery.Answer> {
        try work.execute(Counter(), .add(command.amount, areas: []), on: Self.stream, codec: CounterCodec())
        guard turn == command.turns else { return .more { try add(command, turn: turn + 1, $0) } }
        let total = try work.load(Counter(), from: Self.stream, codec: CounterCodec()).total
        return .done(TotalQuery.Answer(total: total))
    }

    var queries: [QueryHandler] {
        [
            QueryHandler(TotalQuery.self) { _, reader in
                let body = try reader.document("total", in: TotalProjection.documents)
                return try body.map { try JSON.decode(TotalQuery.Answer.self, from: $0) } ?? TotalQuery.Answer(total: 0)
            }
        ]
    }

    var reactions: [Reaction] {
        [
            Reaction(to: Counted.self) { event, work in
                let heard = try work.transaction.documents(in: Self.documents, prefix: "heard").count
                try work.transaction.put(Data("\(event.amount)".utf8), at: "heard-\(heard)", in: Self.documents)
                try work.execute(
                    Counter(),
                    .add(event.amount, areas: event.areas),
                    on: Self.stream,
                    codec: CounterCodec()
                )
            }
        ]
    }

    func fallDue(_ work: PluginWork) throws {
        guard work.today.day == 1 else { return }
        try work.execute(Counter(), .note, on: Self.stream, codec: CounterCodec())
    }
}

/// Keeps the total as a document.
struct TotalProjection: Projection {
    static let documents = DocumentCollection("total", .derived)
    let name = "total"
    var version = 1
    var collections: [DocumentCollection] { [Self.documents] }

    func apply(_ event: RecordedEvent, in transaction: any StoreTransaction) throws {
        guard
            case .added(let amount, _) = try CounterCodec().decode(type: event.event.type, payload: event.event.payload)
        else { return }
        let body = try transaction.document("total", in: Self.documents)
        let total = try body.map { try JSON.decode(TotalQuery.Answer.self, from: $0).total } ?? 0
        let sum = TotalQuery.Answer(total: total + amount * version)
        try transaction.put(try JSON.encode(sum), at: "total", in: Self.documents)
    }
}
