import AnalysisDomain
import Scheme
import Testing

@Suite("How a finding stands")
struct FindingStandingTests {
    private let term = SeverityTerm(severity: "rood", days: 7, escalatesAfter: 14)

    private func standing(
        due: String? = "2023-11-20",
        solved: String? = nil,
        term: SeverityTerm?,
        on day: String
    ) -> FindingStanding {
        FindingStanding(
            foundOn: Example.day("2023-11-10"),
            due: due.map(Example.day),
            resolvedOn: solved.map(Example.day),
            term: term,
            on: Example.day(day)
        )
    }

    @Test(
        "it is open through its due day, then overdue, and escalated when it has been for longer than the term",
        arguments: [
            ("2023-11-10", FindingStanding.Status.open, 0, 0), ("2023-11-20", .open, 10, 0),
            ("2023-11-21", .overdue, 11, 1), ("2023-12-04", .overdue, 24, 14), ("2023-12-05", .escalated, 25, 15),
        ]
    )
    func ageing(day: String, status: FindingStanding.Status, open: Int, late: Int) {
        let standing = standing(term: term, on: day)
        #expect(standing.status == status && standing.daysOpen == open && standing.daysLate == late)
        #expect(standing.dueBy == Example.day("2023-11-20"))
    }

    @Test("without an agreed day it is due by the term of its severity, and without a term never")
    func terms() {
        let standing = standing(due: nil, term: term, on: "2023-11-18")
        #expect(standing.dueBy == Example.day("2023-11-17") && standing.status == .overdue)
        let endless = self.standing(due: nil, term: nil, on: "2025-11-18")
        #expect(endless.dueBy == nil && endless.status == .open && endless.daysLate == 0)
    }

    @Test("solved it ages no more, and a solution that is still to come does not count yet")
    func solved() {
        let solved = standing(solved: "2023-11-25", term: term, on: "2024-06-01")
        #expect(solved.status == .resolved && solved.daysOpen == 15 && solved.daysLate == 5)
        let before = standing(solved: "2023-11-25", term: term, on: "2023-11-24")
        #expect(before.status == .overdue && before.daysLate == 4)
    }

    @Test("the newest checklist of a kind of area is the last one")
    func guide() {
        let lists = [
            InspectionChecklist(id: "a-1", kind: .shoppingArea, points: []),
            InspectionChecklist(id: "b-1", kind: .businessPark, points: []),
            InspectionChecklist(id: "a-2", kind: .shoppingArea, points: []),
        ]
        let guide = InspectionGuide(checklists: lists, terms: [term])
        #expect(guide.newest(for: .shoppingArea)?.id == "a-2" && guide["a-1"]?.kind == .shoppingArea)
        #expect(guide.term(of: "rood") == term && guide.term(of: "paars") == nil && guide["c-1"] == nil)
    }
}
