import CloudEvents
import Contracts
import Foundation
import Scheme
import Testing

@testable import Console

@Suite("What a partner of the demonstration got")
struct DemoDeliveryTests {
    private static let topics = [
        "e/registry/gm1581/gm1581-0001/traject-fase-gewijzigd/",
        "e/analysis/gm1581/gm1581-0001/schouwpunt-vastgesteld/",
        "e/gateway/-/-/afnemer-toegelaten/",
    ]

    private static func received(_ topic: String, _ number: Int, _ dataClass: String) throws -> ReceivedEvent {
        let name = topic.split(separator: "/").last ?? ""
        let line = """
            {"topic":"\(topic)","event":{"specversion":"1.0","id":"\(number)","source":"urn:x","type":"nl.kvo.\(name).v1",\
            "dataclassification":"\(dataClass)","sequence":"\(number)"}}
            """
        return try ReceivedEvent(line: Data(line.utf8))
    }

    private static func kept(_ offset: Int64, _ number: Int) -> PartnerProgram.Kept {
        PartnerProgram.Kept(offset: offset, event: .init(source: "urn:x", id: "\(number)", sequence: "\(number)"))
    }

    private static func delivery(_ kept: [PartnerProgram.Kept]) throws -> DemoDelivery {
        let classes = ["openbaar", "vertrouwelijk", "vertrouwelijk"]
        let received = try topics.indices.map { try Self.received(topics[$0], $0, classes[$0]) }
        return DemoDelivery(to: DemoPartner.all[0], in: .swift, of: received, kept: kept)
    }

    @Test(
        "The police is entitled to all of its unit, the municipality to what is not confidential, the public to phases"
    )
    func entitlement() throws {
        let events = [
            try Self.received(Self.topics[0], 0, "openbaar"), try Self.received(Self.topics[1], 1, "vertrouwelijk"),
            try Self.received(Self.topics[2], 2, "vertrouwelijk"),
            try Self.received("e/registry/gm1581/gm1581-0001/partij-toegetreden/", 3, "intern"),
            try Self.received("e/registry/gm0363/gm0363-0001/traject-fase-gewijzigd/", 4, "openbaar"),
        ]
        let entitled: [[Int]] = DemoPartner.all.map { partner in
            events.indices.filter { partner.isEntitled(events[$0]) }
        }
        #expect(entitled == [[0, 1, 3], [0, 3], [0, 4]])
    }

    @Test("What is said of each partner in other words is what its grants give, for every event that there is")
    func expectationAndGrants() throws {
        for partner in DemoPartner.all {
            for (stream, contracts) in EventCatalogue.streams where stream != "gateway" {
                for contract in contracts {
                    for municipality in ["gm1581", "gm0363"] {
                        let topic = "e/\(stream)/\(municipality)/\(municipality)-0001/\(contract.name)/"
                        let event = try Self.received(topic, 1, contract.dataClass.rawValue)
                        let isGranted = partner.grants.contains { $0.gives(topic, of: contract.dataClass) }
                        #expect(partner.isEntitled(event) == isGranted, "\(partner.id) \(topic)")
                    }
                }
            }
        }
    }

    @Test("All that it should have, once, in order, and nothing else, is complete")
    func complete() throws {
        let delivery = try Self.delivery([Self.kept(1, 0), Self.kept(2, 1)])
        #expect(delivery.isComplete && delivery.faults == [])
        #expect(delivery.got == 2 && delivery.entitled == 2 && delivery.withheld == 1 && delivery.strays == 0)
        #expect(
            DemoReport.summary(of: [delivery, delivery])
                == "2 partners got 2+2 of 2+2 events they were entitled to and 0 of the others"
        )
    }

    @Test(
        "One that is missing, comes twice, was not meant for it or comes in another order is a fault",
        arguments: [
            ([(1, 0)], "1 events are missing"), ([(1, 0), (2, 1), (3, 1)], "1 events came more than once"),
            ([(1, 0), (2, 1), (3, 2)], "1 events were not meant for it"), ([(1, 1), (2, 0)], "the order is not right"),
            ([(1, 0), (3, 1)], "the order is not right"),
        ] as [([(Int64, Int)], String)]
    )
    func faults(kept: [(Int64, Int)], fault: String) throws {
        let delivery = try Self.delivery(kept.map { Self.kept($0.0, $0.1) })
        #expect(!delivery.isComplete && delivery.faults.contains(fault))
    }
}
