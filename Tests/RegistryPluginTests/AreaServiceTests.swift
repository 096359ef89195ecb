import CloudEvents
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@Suite("The area service")
struct AreaServiceTests {
    @Test("registers an area, publishes it under its topic, and keeps the firms out of the event")
    func register() async throws {
        let bench = try RegistryBench()
        let done = try bench.done(try await bench.send(bench.registration()))
        #expect(done.stream == "area/gm1581-0001")
        #expect(done.revision == 1)
        #expect(done.events == ["nl.kvo.gebied-aangemeld.v1"])
        let entry = try #require(try await bench.feed().first)
        #expect(entry.topic == "e/registry/gm1581/gm1581-0001/gebied-aangemeld/")
        let event = try CloudEvent(json: entry.body)
        #expect(event.subject == "gebied/gm1581-0001")
        let area = try JSON.decode(AreaRegistered.self, from: try #require(event.data))
        #expect(area.establishments == 2)
        // printf '000099020001\n000099020002\n' | sha256sum
        #expect(area.establishmentsDigest == "1d1de4ed12c09ae516b6d4b0456aec5d25ce24edbf61d4f069d5c9daf889cbee")
        #expect(!String(decoding: entry.body, as: UTF8.self).contains("Eerste"))
        #expect(try await bench.establishments() == ["gm1581-0001/000099020001", "gm1581-0001/000099020002"])
        let summary = try #require(try await bench.ask(AreasQuery()).areas.first)
        #expect(summary.name == "De Meent" && summary.establishments == 2 && summary.run == nil)
    }

    @Test(
        "refuses a faulty list of establishments at its place and keeps nothing",
        arguments: [
            ("vestigingsnummer;naam\n000099020001;A\n000099020001;B\n", 3, 1, "stands on line 2 already"),
            ("naam;vestigingsnummer\nA;99020001\n", 2, 3, "write 12 digits"),
            ("naam;vestigingsnummer\nA;00009902000x\n", 2, 3, "write 12 digits"),
            ("vestigingsnummer;naam\n000099020001\n", 2, 1, "the row has 1 fields where the header has 2"),
            ("nummer;naam\n000099020001;A\n", 1, 1, "the header lacks \"vestigingsnummer\""),
        ]
    )
    func faultyList(list: String, line: Int, column: Int, words: String) async throws {
        let bench = try RegistryBench()
        let refused = try bench.refused(try await bench.send(bench.registration(list)))
        #expect(refused.code == .invalid)
        #expect(refused.place == FilePlace(file: "vestigingen.csv", line: line, column: column))
        #expect(refused.message.contains(words), "\(refused.message)")
        #expect(try await bench.establishments().isEmpty)
        #expect(try await bench.ask(AreasQuery()).areas.isEmpty)
    }

    @Test("refuses an empty file and a list without rows", arguments: ["", "vestigingsnummer,naam\n"])
    func emptyList(list: String) async throws {
        let bench = try RegistryBench()
        let refused = try bench.refused(try await bench.send(bench.registration(list)))
        #expect(refused.place == nil)
        #expect(!refused.message.isEmpty)
    }

    @Test("refuses codes that are none of the CBS")
    func codes() async throws {
        let bench = try RegistryBench()
        try await bench.having(bench.registration())
        let command = ChangeArea(area: RegistryBench.area, regions: [Region(code: "BU1581", name: "x")])
        let refused = try bench.refused(try await bench.send(command))
        #expect(refused.code == .invalid)
        #expect(refused.message.contains("\u{201c}BU1581\u{201d} is not a CBS district"))
    }

    @Test("changes the list as a whole and forgets the firms that are gone")
    func changeList() async throws {
        let bench = try RegistryBench()
        try await bench.having(bench.registration())
        let list = "vestigingsnummer,naam\n000099020002,Tweede\n000099020003,Derde\n000099020004,Vierde\n"
        let file = DeliveredFile(name: "nieuw.csv", content: Data(list.utf8))
        let done = try bench.done(try await bench.send(ChangeArea(area: RegistryBench.area, establishments: file)))
        #expect(done.events == ["nl.kvo.gebied-gewijzigd.v1"])
        let numbers = try await bench.establishments().map { $0.suffix(4) }
        #expect(numbers == ["0002", "0003", "0004"])
        #expect(try await bench.ask(AreasQuery()).areas.map(\.establishments) == [3])
        let again = try bench.done(try await bench.send(ChangeArea(area: RegistryBench.area, establishments: file)))
        #expect(again.events.isEmpty)
    }

    @Test("says that an area is registered already, and keeps the first list")
    func twice() async throws {
        let bench = try RegistryBench()
        try await bench.having(bench.registration())
        let other = bench.registration("vestigingsnummer,naam\n000099020009,Negende\n")
        #expect(try bench.refused(try await bench.send(other)).code == .refused)
        #expect(try await bench.establishments().count == 2)
    }
}
