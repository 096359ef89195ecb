import CloudEvents
import Contracts
import Scheme
import Testing

@Suite("The catalogue of events")
struct EventCatalogueTests {
    @Test("names each event once, in lower-case letters and hyphens, and its type after it")
    func names() {
        var names: Set<String> = []
        for event in EventCatalogue.all {
            #expect(names.insert(event.name).inserted, "\(event.name) is there twice")
            #expect(event.name.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x2D }, "\(event.name)")
            #expect(!event.name.hasPrefix("-") && !event.name.hasSuffix("-") && !event.name.contains("--"))
            #expect(event.type == "nl.kvo.\(event.name).v1")
        }
        #expect(names.count == 46)
    }

    @Test("gives each event a topic of whole segments that a subscriber can select by prefix")
    func topics() throws {
        let area = try #require(AreaID("gm1581-0007"))
        var topics: Set<String> = []
        for (stream, events) in EventCatalogue.streams {
            for event in events {
                // Partners have no area; everything else has.
                let hasArea = stream != "gateway"
                let topic = Topic.event(stream: stream, area: hasArea ? area : nil, name: event.name)
                #expect(topic == "e/\(stream)/\(hasArea ? "gm1581/gm1581-0007" : "-/-")/\(event.name)/")
                #expect(topic.utf8.count <= 200)
                #expect(topic.utf8.allSatisfy { $0 < 0x80 } && topic == topic.lowercased())
                topics.insert(topic)
            }
        }
        #expect(topics.count == EventCatalogue.all.count)
        // No topic is the beginning of another: a subscription up to a slash selects nothing that it does not name.
        for topic in topics { #expect(topics.filter { $0.hasPrefix(topic) } == [topic]) }
    }

    @Test("has an example of every event that comes back from JSON as it was")
    func roundTrips() throws {
        func returned<Event: EventContract>(_ event: Event) throws -> Bool {
            try JSON.decode(Event.self, from: JSON.encode(event)) == event
        }
        let examples = try EventExamples().all
        #expect(examples.map { type(of: $0).name } == EventCatalogue.all.map { $0.name })
        for example in examples {
            #expect(try returned(example), "\(type(of: example).name)")
            let isOfGateway = EventCatalogue.gateway.contains { $0.name == type(of: example).name }
            #expect(example.areas.isEmpty == isOfGateway)
            #expect(example.subject.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty })
        }
    }

    @Test("keeps a member that is not there out of the JSON, and reads it back as missing")
    func missingMembers() throws {
        let run = try #require(RunID("gm1581-0007-t1"))
        let event = PhaseChanged(
            run: run,
            areas: [run.firstArea],
            from: nil,
            to: 1,
            name: "Samenwerking",
            round: 0,
            because: ""
        )
        let json = try JSON.value(of: event)
        #expect(json["from"] == nil)
        #expect(json["to"] == .integer(1))
        #expect(try JSON.decode(PhaseChanged.self, from: json) == event)
    }

    @Test("reads a payload to which a later version has added a member")
    func addedMember() throws {
        let run = try #require(RunID("gm1581-0007-t1"))
        let event = EvaluationStarted(
            run: run,
            areas: [run.firstArea],
            measurement: 1,
            on: try #require(CalendarDate("2026-11-23"))
        )
        guard case .object(var members) = try JSON.value(of: event) else {
            Issue.record("the payload is no object")
            return
        }
        members["later"] = .string("something new")
        #expect(try JSON.decode(EvaluationStarted.self, from: .object(members)) == event)
    }
}
