import EventSourcing
package import Scheme

/// Decides about one run: who takes part and at which step it is.
///
/// Steps, their order, what ends them and their gates are data of the run's scheme version.
package struct RunDecider: Decider {
    /// The run, or `nil` before it starts.
    package typealias State = Run?

    /// The scheme versions that this service knows.
    package let schemes: SchemeCatalogue

    /// Makes the decider.
    package init(schemes: SchemeCatalogue) { self.schemes = schemes }

    package var initial: Run? { nil }

    /// The event that brings a run to its first step; it ends none, so no scheme names it.
    private static let runStarted = "traject-gestart"

    package func decide(_ command: RunCommand, _ state: Run?) throws(RunRefusal) -> [RunEvent] {
        if case .start(let areas, let start) = command.order {
            if state != nil { throw .alreadyStarted(command.run) }
            return try begin(command.run, over: areas, start).map { RunEvent($0, in: command.run, over: areas) }
        }
        guard let run = state else {
            // A run that this service never started cannot be moved by hearsay.
            if case .hear = command.order { return [] }
            throw .unknown(command.run)
        }
        return try facts(command, run).map { RunEvent($0, in: run.id, over: run.areas) }
    }

    private func facts(_ command: RunCommand, _ run: Run) throws(RunRefusal) -> [RunEvent.Fact] {
        if case .hear(let heard) = command.order { return try hear(heard, run) }
        if let day = run.stoppedOn { throw .stopped(run.id, on: day) }
        switch command.order {
        case .start, .hear: return []
        case .join(let party, let day):
            try requirePast(day, command, "an organisation can only have joined")
            return try join(party, on: day, run)
        case .leave(let organisation, let day):
            try requirePast(day, command, "an organisation can only have left")
            return try leave(organisation, on: day, run)
        case .sign(let agreement, let workgroup):
            try requirePast(agreement.on, command, "the intentieverklaring can only have been signed")
            return try sign(agreement, workgroup, run)
        case .startEvaluation(let day):
            try requirePast(day, command, "the evaluation can only have started")
            return try startEvaluation(on: day, run)
        case .stop(let reason, let day):
            try requirePast(day, command, "the run can only have been stopped")
            guard reason.isFitForAReason else { throw .unfitText("the reason for stopping", limit: 2000) }
            return [.stopped(on: day)]
        }
    }

    private func requirePast(_ day: CalendarDate, _ command: RunCommand, _ what: String) throws(RunRefusal) {
        guard day <= command.today else { throw .inFuture(what, on: day, today: command.today) }
    }

    private func begin(
        _ run: RunID,
        over areas: [AreaID],
        _ start: RunStart
    ) throws(RunRefusal) -> [RunEvent.Fact] {
        guard !areas.isEmpty else { throw .noAreas(run) }
        let scheme = try scheme(start.scheme)
        guard scheme.areaKinds.contains(start.kind) else { throw .kindNotInScheme(start.kind, scheme.name) }
        guard let first = scheme.phase(1) else { throw .noSteps(scheme.id) }
        return [
            .started(start),
            .phaseChanged(
                PhaseChange(from: nil, to: first.number, name: first.name, round: 1, because: Self.runStarted)
            ),
        ]
    }

    func scheme(_ id: SchemeID) throws(RunRefusal) -> Scheme {
        guard let scheme = schemes[id] else { throw .unknownScheme(id, known: schemes.identifiers) }
        return scheme
    }
}
