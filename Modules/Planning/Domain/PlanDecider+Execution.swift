import Scheme

/// The execution of the plan and what the clock brings.
extension PlanDecider {
    func start(
        _ id: LocalID,
        on day: CalendarDate,
        _ today: CalendarDate,
        _ state: PlanState
    ) throws(PlanRefusal) -> [PlanEvent] {
        let place = try place(of: state, for: .startMeasure)
        let present = try measure(id, in: state)
        if case .started(_, on: day, _) = present { return [] }
        guard present.starting(on: day) != nil else {
            throw .measureState(id, present.stateName, remedy: "only a measure that is assigned can be started")
        }
        try check(happened: day, today)
        if let assigned = state.assignedOn[id], day < assigned {
            throw .beforeAssignment(id, day, assignedOn: assigned)
        }
        return [.measureStarted(place.scope, id, on: day)]
    }

    func complete(
        _ id: LocalID,
        on day: CalendarDate,
        _ today: CalendarDate,
        _ state: PlanState
    ) throws(PlanRefusal) -> [PlanEvent] {
        let place = try place(of: state, for: .completeMeasure)
        let present = try measure(id, in: state)
        if case .done(_, on: day) = present { return [] }
        guard case .started(_, let start, _) = present else {
            throw .measureState(id, present.stateName, remedy: "only a measure that was started can be completed")
        }
        try check(happened: day, today)
        guard day >= start else { throw .beforeStart(id, day, startedOn: start) }
        return [.measureDone(place.scope, id, on: day)]
    }

    func report(
        _ id: LocalID,
        _ progress: Measure.Progress,
        _ today: CalendarDate,
        _ state: PlanState
    ) throws(PlanRefusal) -> [PlanEvent] {
        _ = try place(of: state, for: .reportProgress)
        let present = try measure(id, in: state)
        guard case .started(_, let start, let last) = present else {
            throw .measureState(
                id,
                present.stateName,
                remedy: "only of a measure that was started progress is reported"
            )
        }
        guard (0...100).contains(progress.percent) else { throw .percentOutOfRange(id, progress.percent) }
        try check(happened: progress.on, today)
        guard progress.on >= start else { throw .beforeStart(id, progress.on, startedOn: start) }
        return last == progress ? [] : [.progressReported(id, progress)]
    }

    func establishReport(
        _ year: Int,
        meetings: Int,
        on day: CalendarDate,
        _ today: CalendarDate,
        _ state: PlanState
    ) throws(PlanRefusal) -> [PlanEvent] {
        let place = try place(of: state, for: .establishReport)
        try check(happened: day, today)
        guard !state.annualReports.contains(year) else { throw .reportExists(run, year: year) }
        guard year >= place.startedOn.year, year <= day.year else {
            throw .reportYear(year, first: place.startedOn.year, last: day.year)
        }
        let least = place.scheme.meetingsPerYearMinimum
        guard meetings >= least else {
            throw .tooFewMeetings(year: year, meetings: meetings, least: least, scheme: place.scheme.name)
        }
        guard meetings <= Self.daysInAYear else {
            throw .tooManyMeetings(year: year, meetings: meetings, most: Self.daysInAYear)
        }
        let done = state.measures.values.count { if case .done = $0 { true } else { false } }
        let report = AnnualReport(
            year: year,
            done: done,
            open: state.measures.values.count { $0.openAssignment != nil },
            meetings: meetings,
            on: day
        )
        return [.annualReportEstablished(place.scope, report)]
    }

    /// The most days of a year: a workgroup does not meet oftener than daily.
    private static var daysInAYear: Int { 366 }

    /// Tells once of each deadline that has passed; nothing for a run that is unknown or was given up.
    func overdue(on today: CalendarDate, _ state: PlanState) -> [PlanEvent] {
        guard let known = state.run, !state.isStopped else { return [] }
        let scope = PlanScope(run: run, areas: known.areas)
        return state.sortedMeasures.compactMap(\.openAssignment).compactMap { assignment in
            guard assignment.deadline < today, state.overdue[assignment.id] != assignment.deadline else { return nil }
            return .measureOverdue(scope, assignment.id, owner: assignment.owner, deadline: assignment.deadline)
        }
    }
}
