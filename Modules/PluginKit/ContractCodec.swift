import CloudEvents
package import Contracts
package import EventSourcing
package import FoundationEssentials

/// Maps a domain's events to their published or internal stored forms and back.
package protocol ContractCodec<Event>: EventCodec {
    /// The stored form of an event; one that is an `EventContract` is also published.
    func storedForm(of event: Event) -> any StoredForm
    /// How each stored type is read, by type name.
    var readings: [String: StoredReading<Event>] { get }
    /// The steps that turn retired forms into the present ones.
    var upcasters: UpcasterChain { get }
}

/// Reads one stored type.
package struct StoredReading<Event: Sendable>: Sendable {
    /// The type that it reads.
    package let type: String
    /// Makes the domain's event from the payload.
    package let read: @Sendable (Data) throws -> Event

    /// Makes a reading of a stored form.
    package init<Form: StoredForm>(_ form: Form.Type, _ make: @escaping @Sendable (Form) throws -> Event) {
        type = Form.type
        read = { try make(try JSON.decode(Form.self, from: $0)) }
    }
}

extension ContractCodec {
    package var upcasters: UpcasterChain { UpcasterChain([]) }

    package func encode(_ event: Event) throws -> (type: String, payload: Data) {
        let form = storedForm(of: event)
        return (Swift.type(of: form).type, try JSON.encode(form))
    }

    package func decode(type: String, payload: Data) throws -> Event {
        let (type, payload) = try upcasters.newest(type: type, payload: payload)
        guard let reading = readings[type] else {
            throw EventStoreError.damaged("the log holds an event of type \(type), which this version does not know")
        }
        do {
            return try reading.read(payload)
        } catch {
            throw EventStoreError.damaged("an event of type \(type) cannot be read: \(JSON.describe(error))")
        }
    }
}

extension Array {
    /// Makes the table of readings from a list.
    ///
    /// - Precondition: No two read the same type.
    package func byType<Event>() -> [String: StoredReading<Event>] where Element == StoredReading<Event> {
        Dictionary(uniqueKeysWithValues: map { ($0.type, $0) })
    }
}
