import CertificationDomain
import Foundation
import Scheme
import TestSupport
import Testing

/// Shortens the stories of a run's certificate: orders and facts stand without the run and the areas.
struct CertificationStory {
    static let run: RunID = id("gm1581-0001-t1")
    static let areas: [AreaID] = [id("gm1581-0001"), id("gm1581-0002")]
    static let today = day("2026-03-02")
    static let first: LocalID = id("gm1581-0001-t1.a1")
    static let certificate: LocalID = id("KVO-gm1581-0001-t1-1")
    static let gemeente: OrganisationID = id("gemeente-1")
    static let reviewer: OrganisationID = id("kiwa")
    static let fullWork = AuditWork(
        siteVisit: true,
        documentStudy: true,
        interviewsEntrepreneurs: true,
        interviewsGovernment: true
    )

    var scenario: Scenario<CertificationDecider>

    init(_ schemes: SchemeCatalogue) { scenario = Scenario(CertificationDecider(schemes: schemes)) }

    static func id<T: Identifier>(_ text: String) -> T {
        guard let identifier = T(text) else { preconditionFailure("\(text) is not \(T.rule)") }
        return identifier
    }

    static func day(_ text: String) -> CalendarDate {
        guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
        return date
    }

    /// The default scheme with one text of its JSON replaced.
    static func scheme(_ text: String, with other: String) throws -> SchemeCatalogue {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let json = String(decoding: try encoder.encode(try SchemeCatalogue().standard), as: UTF8.self)
        let changed = json.replacingOccurrences(of: text, with: other)
        try #require(changed != json)
        return try SchemeCatalogue([try Scheme(json: Data(changed.utf8))])
    }

    /// A run at step 4 with its analysis and plan, heard of but without an application.
    static func ready(_ schemes: SchemeCatalogue? = nil, survey: CalendarDate? = day("2026-01-15")) throws -> Self {
        CertificationStory(try schemes ?? SchemeCatalogue()).hearing(
            .runStarted(RunProfile(name: "De Meent", scheme: id("kvo-2008"))),
            .partyJoined(gemeente),
            .partyJoined(id("ondernemers-1")),
            .measurement(Measurement(number: 0, surveyClosedOn: survey)),
            .plan(version: 1),
            .phaseChanged(to: 4, round: 1)
        )
    }

    /// With the first application open and planned.
    static func planned(_ schemes: SchemeCatalogue? = nil) throws -> Self {
        try ready(schemes).having(
            .requestAudit(by: gemeente, on: today),
            .planAudit(reviewer: reviewer, on: today)
        )
    }

    /// With the first review complete and positive.
    static func completed(_ schemes: SchemeCatalogue? = nil) throws -> Self {
        try planned(schemes).having(.completeAudit(fullWork, positive: true, on: today))
    }

    /// With the first certificate, valid from 2 March 2026.
    static func certified(_ schemes: SchemeCatalogue? = nil) throws -> Self {
        try completed(schemes).having(.decide(grant: true, reasons: "", on: today))
    }

    func hearing(_ heard: Heard...) -> Self {
        var story = self
        for item in heard { story.scenario = story.scenario.having(Self.order(.hear(item, over: Self.areas))) }
        return story
    }

    func having(_ orders: CertificationCommand.Order..., today: CalendarDate = Self.today) -> Self {
        var story = self
        for order in orders { story.scenario = story.scenario.having(Self.order(order, today: today)) }
        return story
    }

    /// The run at step 8 of a round, with the measurement and plan of that round and a survey of this day.
    func atRecertification(round: Int, on day: CalendarDate) -> Self {
        hearing(
            .phaseChanged(to: 5, round: round),
            .measurement(Measurement(number: round - 1, surveyClosedOn: day)),
            .plan(version: round),
            .phaseChanged(to: 8, round: round)
        )
    }

    /// A whole recertification on one day, up to the decision.
    func reviewed(round: Int, on day: CalendarDate) -> Self {
        atRecertification(round: round, on: day).having(
            .requestAudit(by: Self.gemeente, on: day),
            .planAudit(reviewer: Self.reviewer, on: day),
            .completeAudit(Self.fullWork, positive: true, on: day),
            today: day
        )
    }

    func when(
        _ order: CertificationCommand.Order,
        today: CalendarDate = Self.today
    ) -> ScenarioOutcome<CertificationDecider> {
        scenario.when(Self.order(order, today: today))
    }

    static func order(_ order: CertificationCommand.Order, today: CalendarDate = today) -> CertificationCommand {
        CertificationCommand(order, of: run, today: today)
    }

    static func fact(_ fact: CertificationEvent.Fact) -> CertificationEvent {
        CertificationEvent(fact, in: run, over: areas)
    }

    static func terms(_ number: Int, _ stars: Int, from: String, until: String, on: String) -> CertificateTerms {
        CertificateTerms(
            certificate: id("KVO-gm1581-0001-t1-\(number)"),
            title: number == 1 ? "Basis Samenwerken" : "Continu Samenwerken",
            stars: stars,
            validFrom: day(from),
            validUntil: day(until),
            decidedOn: day(on)
        )
    }
}
