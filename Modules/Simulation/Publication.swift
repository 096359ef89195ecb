import CloudEvents
import FoundationEssentials
import Scheme

/// An event that a simulated service publishes.
struct Publication {
    /// Its place among all publications of the run.
    let number: Int
    /// The service, municipality, area and event of its topic.
    let segments: [String]
    /// The rank of its class of data, 0 to 2; one that does not say its class has the highest.
    let rank: Int
    /// What it is about; empty for nothing, and for what is no event at all.
    let subject: String
    /// Whether it is no event at all.
    let isMalformed: Bool
    /// The very bytes.
    let body: Data

    var topic: String { "e/\(segments.joined(separator: "/"))/" }

    private static let streams = ["registry", "certification"]
    private static let areas = ["gm0344-0001", "gm0344-0002", "gm1581-0001", "-"]
    private static let names = [
        ["traject-fase-gewijzigd", "gebied-aangemeld"], ["certificaat-verleend", "tekortkoming-vastgesteld"],
    ]

    /// The name of a publisher's stream.
    static func stream(_ publisher: Int) -> String { streams[publisher] }

    /// Makes an event of a publisher at a place of its feed.
    init(number: Int, publisher: Int, sequence: Int64, isMalformed: Bool, _ dice: inout SeededGenerator) throws {
        let area = dice.pick(Self.areas)
        let name = dice.pick(Self.names[publisher])
        let dataClass = dice.pick(DataClass.allCases + [nil])
        self.number = number
        self.isMalformed = isMalformed
        segments = [Self.streams[publisher], area == "-" ? "-" : String(area.prefix(6)), area, name]
        rank = dataClass.flatMap { DataClass.allCases.firstIndex(of: $0) } ?? 2
        let hasSubject = dice.happens(0.9)
        let id = dice.uuid().uuidString.lowercased()
        guard !isMalformed else {
            subject = ""
            body = Data("\(id) is not an event".utf8)
            return
        }
        subject = hasSubject ? "traject/\(area)-t\(dice.number(1...2))" : ""
        let source = EventSource(system: Self.streams[publisher])?.description ?? "urn:nld"
        var event = CloudEvent(id: id, source: source, type: "nl.kvo.\(name).v1")
        event.subject = hasSubject ? subject : nil
        event.time = "2026-11-24T12:00:00.000Z"
        event.sequence = CloudEvent.sequenceText(sequence)
        event.dataClass = dataClass?.rawValue
        // A restored service publishes other things under the same numbers.
        event.data = .object(["number": .integer(Int64(number))])
        body = try event.json()
    }
}
