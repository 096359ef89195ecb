import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import PluginKit
import Scheme

/// What is told to the scribe.
struct Told: EventContract {
    static let name = "verteld"
    static let dataClass = DataClass.open
    let number: Int
    let about: String
    var subject: String { about }
    var areas: [AreaID] { [] }
}

/// Writes down what it is told, except about what it does not understand; it hears by a reaction or as a listener.
struct Scribe: BusPlugin {
    enum Way: String, CaseIterable, Sendable {
        case reaction
        case listener
    }

    /// Why it cannot write something down.
    enum Failure: Error {
        case notUnderstood
        case store(EventStoreError)
    }

    static let written = DocumentCollection("written", .kept)
    /// What it does not understand, by subject.
    static let unclear = DocumentCollection("unclear", .kept)

    let name: PluginName
    let way: Way
    /// What the store says whenever something is written about a subject, if it fails.
    var storeFailure: (subject: String, error: EventStoreError)?

    var consumes: [PluginName] { [] }
    var projections: [any Projection] { [] }
    var commands: [CommandHandler] { [] }
    var queries: [QueryHandler] { [] }

    var reactions: [Reaction] {
        guard way == .reaction else { return [] }
        return [Reaction(to: Told.self) { try write($0.number, $0.about, $1) }]
    }

    var listener: EventListener? {
        guard way == .listener else { return nil }
        return EventListener { heard, work in
            for item in heard {
                guard case .object(let data)? = item.event.data, case .integer(let number)? = data["number"] else {
                    throw Failure.notUnderstood
                }
                try write(Int(number), item.event.subject ?? "", work)
            }
        }
    }

    private func write(_ number: Int, _ subject: String, _ work: PluginWork) throws {
        let count = try work.transaction.documents(in: Self.written, prefix: "").count
        let key = CloudEvent.sequenceText(Int64(count))
        // Written before the failure, so that a test sees what was taken back.
        try work.transaction.put(Data("\(number)".utf8), at: key, in: Self.written)
        if let storeFailure, storeFailure.subject == subject { throw storeFailure.error }
        guard try work.transaction.document(subject, in: Self.unclear) == nil else { throw Failure.notUnderstood }
    }
}
