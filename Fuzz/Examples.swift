import CloudEvents
import Contracts
import EventSourcing
import FoundationEssentials
import Scheme

/// Values of which the seeds are made.
enum Examples {
    struct Unmade: Error {}

    static let epoch = Epoch(UUID(uuid: (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 255)))
    static let otherEpoch = Epoch(UUID(uuid: (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1)))
    static let topic = "e/registry/gm1581/gebied/gm1581-0007/"

    static func entry(_ offset: Int64) -> FeedEntry {
        FeedEntry(offset: FeedOffset(offset), topic: topic, body: Data("event \(offset)".utf8))
    }

    static func event() -> CloudEvent {
        var event = CloudEvent(
            id: "1d5eb6bd-0f57-43e4-8a4b-b3f8c1a8e0a1",
            source: "urn:nld:oin:00000099000000001000:systeem:keurmerk:registry",
            type: "nl.kvo.gebied-aangemeld.v1"
        )
        event.subject = "gebied/gm1581-0007"
        event.time = "2026-11-23T20:45:00Z"
        event.sequence = CloudEvent.sequenceText(7)
        event.correlation = "5f0c1d0e-8e9b-4b52-9d0c-4c1b8b1de9f7"
        event.causation = "5f0c1d0e-8e9b-4b52-9d0c-4c1b8b1de9f8"
        event.extensions = ["dataref": .string("https://example.org/a"), "test": .bool(true), "priority": .integer(3)]
        event.data = .object(["naam": .string("De Meent"), "aandeel": .number(0.4722222222222222), "leeg": .null])
        return event
    }

    static func issuer() throws -> Issuer {
        guard let organisation = OrganisationID("politie-mn") else { throw Unmade() }
        return Issuer(organisation: organisation, role: "projectleider")
    }

    static func command() throws -> CommandRequest {
        CommandRequest(
            key: UUID(uuid: (9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6)),
            type: "registry.register-area",
            expectedRevision: 2,
            issuedBy: try issuer(),
            body: .object(["naam": .string("De Meent"), "aantal": .integer(113)])
        )
    }
}
