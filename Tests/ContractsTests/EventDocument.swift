import CloudEvents
import Contracts
import Foundation
import Scheme
import Testing

/// The committed schema and example of one event.
struct EventDocument {
    /// The folder with the schemas.
    static let schemas = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("docs/schemas")
    /// The folder with the examples.
    static let examples = schemas.appendingPathComponent("examples")
    /// Whether the examples are to be written anew.
    static let writesExamples = ProcessInfo.processInfo.environment["KEURMERK_WRITE_EXAMPLES"] != nil
    /// What to do when a document is not what the code says.
    static let remedy = "when the change is meant, run `make events` and look at what it changed"

    let schema: URL
    let example: URL
    private let event: (any EventContract)?

    init(name: String) {
        schema = Self.schemas.appendingPathComponent("\(name).v1.json")
        example = Self.examples.appendingPathComponent("\(name).v1.json")
        event = nil
    }

    init(of event: any EventContract) {
        let name = type(of: event).name
        schema = Self.schemas.appendingPathComponent("\(name).v1.json")
        example = Self.examples.appendingPathComponent("\(name).v1.json")
        self.event = event
    }

    func readSchema() throws -> JSONValue { try JSON.decode(JSONValue.self, from: Data(contentsOf: schema)) }

    /// The event as it goes over the wire, and a line end.
    ///
    /// The attributes are those that `PluginWork` sets; `Tests/IntegrationTests` holds the two together.
    func encodedExample() throws -> String {
        let event = try #require(event)
        let contract = type(of: event)
        let stream = try #require(
            EventCatalogue.streams.first { $0.events.contains { $0.name == contract.name } }?.stream
        )
        let source = try #require(EventSource(system: stream))
        var envelope = CloudEvent(
            id: Self.identifier(of: contract.name),
            source: source.description,
            type: contract.type
        )
        envelope.subject = event.subject
        envelope.time = "2026-11-23T20:45:00.000Z"
        envelope.sequence = CloudEvent.sequenceText(42)
        envelope.correlation = Self.identifier(of: "\(contract.name) correlation")
        envelope.causation = Self.identifier(of: "\(contract.name) causation")
        envelope.dataClass = contract.dataClass.rawValue
        return String(decoding: try envelope.json(data: JSON.encode(event)), as: UTF8.self) + "\n"
    }

    /// An identifier that is the same in every run: FNV-1a of a text, twice, in the form of a random UUID.
    private static func identifier(of text: String) -> String {
        func hash(_ text: String) -> [UInt8] {
            let number = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            return (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
        }
        var bytes = hash(text) + hash(text + " again")
        bytes[6] = bytes[6] & 0x0F | 0x40
        bytes[8] = bytes[8] & 0x3F | 0x80
        let digits = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
        let groups = [0..<4, 4..<6, 6..<8, 8..<10, 10..<16]
        return groups.map { digits[$0].joined() }.joined(separator: "-")
    }
}
