import CloudEvents
import Contracts
import EventSourcing
import PluginKit
import Scheme

/// The rules of a toy: a counter that counts to ten.
struct Counter: Decider {
    enum Command: Sendable {
        case add(Int, areas: [AreaID])
        case note
    }

    enum Event: Hashable, Sendable {
        case added(Int, areas: [AreaID])
        case noted
    }

    struct State: Sendable {
        var total = 0
        var isNoted = false
    }

    struct Full: DomainRefusal {
        let total: Int
        var gate: String? { "teller-vol" }
        var description: String { "the counter is at \(total) and counts to 10." }
    }

    let initial = State()

    func decide(_ command: Command, _ state: State) throws(Full) -> [Event] {
        switch command {
        case .add(0, _): return []
        case .add(let amount, let areas):
            guard state.total + amount <= 10 else { throw Full(total: state.total) }
            return [.added(amount, areas: areas)]
        case .note: return state.isNoted ? [] : [.noted]
        }
    }

    func evolve(_ state: inout State, _ event: Event) {
        switch event {
        case .added(let amount, _): state.total += amount
        case .noted: state.isNoted = true
        }
    }
}

/// What the counter publishes.
struct Counted: EventContract {
    static let name = "geteld"
    static let dataClass = DataClass.open
    let amount: Int
    let areas: [AreaID]
    var subject: String { "teller/1" }
}

/// What the counter keeps to itself.
struct Noted: StoredForm {
    static let type = "counter.noted.v1"
}

/// The stored forms of the counter's events, with one that is retired.
struct CounterCodec: ContractCodec {
    typealias Event = Counter.Event

    /// The retired form: `{"n": 4}`.
    struct Retired: Codable {
        static let type = "nl.kvo.opgeteld.v1"
        let n: Int
    }

    func storedForm(of event: Counter.Event) -> any StoredForm {
        switch event {
        case .added(let amount, let areas): Counted(amount: amount, areas: areas)
        case .noted: Noted()
        }
    }

    var readings: [String: StoredReading<Counter.Event>] {
        [
            StoredReading(Counted.self) { .added($0.amount, areas: $0.areas) },
            StoredReading(Noted.self) { _ in .noted },
        ].byType()
    }

    var upcasters: UpcasterChain {
        UpcasterChain([
            Upcaster(from: Retired.type, to: Counted.type) { payload in
                let old = try JSON.decode(Retired.self, from: payload)
                return try JSON.encode(Counted(amount: old.n, areas: []))
            }
        ])
    }
}
