import CertificationDomain
import Contracts
import EventSourcing
import Foundation
import PluginKit
import Scheme
import Testing

@testable import CertificationPlugin

@Suite("The log of certification")
struct CertificationCodecTests {
    static let day = CertificationBench.day("2026-03-02")
    static let application: LocalID = CertificationBench.id("gm1581-0001-t1.a1")
    static let number: LocalID = CertificationBench.id("KVO-gm1581-0001-t1-2")
    static let old: LocalID = CertificationBench.id("KVO-gm1581-0001-t1-1")
    static let reviewer = CertificationBench.reviewer
    static let terms = CertificateTerms(
        certificate: number,
        title: "Continu Samenwerken",
        stars: 2,
        validFrom: day,
        validUntil: CertificationBench.day("2028-03-01"),
        decidedOn: CertificationBench.day("2026-03-01")
    )

    static let facts: [CertificationEvent.Fact] = [
        .heard(.runStarted(RunProfile(name: "De Meent", scheme: CertificationBench.id("kvo-3")))),
        .heard(.phaseChanged(to: 8, round: 2)), .heard(.partyJoined(reviewer)), .heard(.partyLeft(reviewer)),
        .heard(.runStopped), .heard(.measurement(Measurement(number: 0, surveyClosedOn: nil))),
        .heard(.measurement(Measurement(number: 1, surveyClosedOn: day))), .heard(.plan(version: 2)),
        .auditRequested(application: application, by: reviewer, on: day),
        .auditPlanned(application: application, reviewer: reviewer, on: day),
        .nonconformityFound(application: application, old, class: "klein", due: day),
        .nonconformityResolved(application: application, old, on: day),
        .auditCompleted(application: application, reviewer: reviewer, positive: true, on: day),
        .granted(terms), .renewed(terms, replaces: old),
        .refused(application: application, on: day),
        .expiring(number, validUntil: day, warningDays: 90), .expired(number, validUntil: day),
        .suspended(number, on: day), .suspensionLifted(number, on: day),
        .withdrawn(number, on: day),
    ]

    static func event(_ fact: CertificationEvent.Fact) -> CertificationEvent {
        CertificationEvent(fact, in: CertificationBench.run, over: CertificationBench.areas)
    }

    @Test("gives every event back as it was", arguments: facts)
    func roundTrip(fact: CertificationEvent.Fact) throws {
        let codec = CertificationCodec()
        let (type, payload) = try codec.encode(Self.event(fact))
        #expect(try codec.decode(type: type, payload: payload) == Self.event(fact))
    }

    @Test("knows each of its types, published and internal")
    func complete() throws {
        let types = Set(try Self.facts.map { try CertificationCodec().encode(Self.event($0)).type })
        #expect(types == Set(CertificationCodec().readings.keys))
        #expect(Set(EventCatalogue.certification.map { $0.type }).isSubset(of: types))
    }
}
