import CloudEvents
import Contracts
import Foundation
import Testing

/// Holds what partners read about the events to what the code does.
@Suite("The published documents of the events")
struct EventDocumentsTests {
    @Test("show each event as the code encodes it, byte for byte")
    func examples() throws {
        for example in try EventExamples().all {
            let document = EventDocument(of: example)
            let encoded = try document.encodedExample()
            // `make events` sets the variable and so lets this test write instead of compare.
            if EventDocument.writesExamples {
                try encoded.write(to: document.example, atomically: true, encoding: .utf8)
            }
            #expect(
                (try? String(contentsOf: document.example, encoding: .utf8)) == encoded,
                "\(document.example.lastPathComponent) is not what the code encodes; \(EventDocument.remedy)"
            )
        }
    }

    @Test("are one schema and one example for each event of the catalogue, and no more")
    func files() throws {
        let expected = EventCatalogue.all.map { "\($0.name).v1.json" }
        for (folder, others) in [(EventDocument.schemas, ["envelope.v1.json"]), (EventDocument.examples, [])] {
            let found = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { $0.hasSuffix(".json") }
            #expect(found.sorted() == (expected + others).sorted(), "in \(folder.path): \(EventDocument.remedy)")
        }
    }

    @Test("name in each schema the members that the event has")
    func members() throws {
        for example in try EventExamples().all {
            let schema = try EventDocument(of: example).readSchema()
            guard case .object(let described)? = schema["properties"],
                case .object(let data) = try JSON.value(of: example)
            else {
                Issue.record("\(type(of: example).name): the schema or the data are no object")
                continue
            }
            // Each example fills in every optional member, so both have all names.
            #expect(described.keys.sorted() == data.keys.sorted(), "\(type(of: example).name): \(EventDocument.remedy)")
            #expect(schema["title"] == .string(type(of: example).type))
        }
    }

    @Test("give each identifier and day a pattern that fits what the code accepts")
    func patterns() throws {
        var patterns: [String: String] = [:]
        for event in EventCatalogue.all {
            guard case .object(let types)? = try EventDocument(name: event.name).readSchema()["definitions"] else {
                continue
            }
            for (name, schema) in types {
                if let pattern = schema["pattern"]?.text { patterns[name] = pattern }
            }
        }
        for (name, pattern) in patterns {
            let rule = try #require(TextRule.all[name], "\(name) has a pattern and no row in TextRule")
            let regex = try Regex(pattern)
            for text in rule.samples { #expect(rule.accepts(text), "\(text) is no sample of \(name)") }
            for text in rule.samples.flatMap(TextRule.variations) + rule.samples {
                let fits = try regex.wholeMatch(in: text) != nil
                if rule.accepts(text) { #expect(fits, "the pattern of \(name) refuses \(text), which is one") }
                if rule.isExact && !rule.accepts(text) {
                    #expect(!fits, "the pattern of \(name) takes \(text), no such")
                }
            }
        }
        #expect(Set(patterns.keys) == Set(TextRule.all.keys))
    }
}
