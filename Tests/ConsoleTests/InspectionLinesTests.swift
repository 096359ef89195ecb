import ArgumentParser
import Contracts
import Geography
import Scheme
import Testing

@testable import Console

@Suite("What kvo inspection shows")
struct InspectionLinesTests {
    private func made<Value>(_ value: Value?) throws -> Value { try #require(value) }

    private func list(_ findings: [FindingSummary], late: [OwnerArrears] = []) throws -> FindingList {
        let (run, day) = (try made(RunID("gm1581-0001-t1")), try made(CalendarDate("2023-11-14")))
        func round(_ id: String, _ kind: InspectionKind, _ begin: String?) throws -> InspectedRound {
            InspectedRound(
                id: try made(LocalID(id)),
                measurement: 0,
                kind: kind,
                on: day,
                begin: begin.flatMap { ClockTime($0) },
                end: begin.flatMap { _ in ClockTime("20:45") },
                participants: [try made(OrganisationID("gemeente-uh"))]
            )
        }
        let rounds = [
            try round("S1", .day, nil), try round("S2", .dark, "19:00"), try round("S3", .dark, nil),
        ]
        return FindingList(run: run, on: day, rounds: rounds, findings: findings, late: late)
    }

    private func finding(due: String?) throws -> FindingSummary {
        FindingSummary(
            id: try made(LocalID("S1.1")),
            measurement: 0,
            kind: .day,
            foundOn: try made(CalendarDate("2023-11-01")),
            category: "brand",
            severity: "rood",
            owner: "ondernemer",
            due: due.flatMap { CalendarDate($0) },
            dueBy: try made(CalendarDate("2023-11-08")),
            status: .escalated,
            daysOpen: 13,
            daysLate: 6,
            rdX: 155_961,
            rdY: 451_618
        )
    }

    @Test("is each round with its times, and which dark one was not held against the sun")
    func rounds() throws {
        let lines = InspectionCommand.Findings.lines(of: try list([]), onlyOverdue: false)
        #expect(
            lines == [
                "S1 dag 2023-11-14: gemeente-uh", "S2 donker 2023-11-14 19:00\u{2013}20:45: gemeente-uh",
                "S3 donker 2023-11-14: gemeente-uh (no times: not held against the setting of the sun)",
                "nothing was found",
            ]
        )
    }

    @Test("is each finding with its age, a term of ours between brackets, and who is late")
    func findings() throws {
        let late = [OwnerArrears(owner: "ondernemer", overdue: 1, escalated: 1, mostDaysLate: 6)]
        let lines = InspectionCommand.Findings.lines(
            of: try list([try finding(due: nil)], late: late),
            onlyOverdue: true
        )
        #expect(lines.count == 3 && lines[0].hasPrefix("finding"))
        #expect(
            lines[1].split(separator: " ").map(String.init)
                == [
                    "S1.1", "rood", "brand", "ondernemer", "(2023-11-08)", "geescaleerd", "13", "6", "155961", "451618",
                ]
        )
        #expect(lines[2] == "ondernemer: 2 overdue, at most 6 days; 1 to be brought before the workgroup")
        let agreed = InspectionCommand.Findings.lines(of: try list([try finding(due: "2023-11-08")]), onlyOverdue: true)
        #expect(agreed[1].contains(" 2023-11-08 "))
    }

    @Test("says so when nothing is overdue, or no round was walked")
    func nothing() throws {
        let list = try list([])
        #expect(InspectionCommand.Findings.lines(of: list, onlyOverdue: true) == ["nothing is overdue on 2023-11-14"])
        let none = FindingList(run: list.run, on: list.on, rounds: [], findings: [], late: [])
        #expect(
            InspectionCommand.Findings.lines(of: none, onlyOverdue: false)
                == ["no round yet; begin with kvo inspection import"]
        )
    }

    @Test("a time on the command line is one such as 19:30")
    func times() throws {
        let arguments = ["gm1581-0001-t1", "--kind", "donker", "--on", "2023-11-14", "--participant", "gemeente-uh"]
        let hold = try InspectionCommand.Hold.parse(arguments + ["--begin", "19:30", "--end", "21:00"])
        let command = try hold.makeCommand()
        #expect(command.begin == ClockTime("19:30") && command.end == ClockTime("21:00"))
        #expect(try InspectionCommand.Hold.parse(arguments).makeCommand().begin == nil)
        #expect(throws: (any Error).self) { try InspectionCommand.Hold.parse(arguments + ["--begin", "7 uur"]) }
    }
}
