import Contracts
import PlanningDomain
import Scheme

extension PlanAdopted {
    /// The published form of a first plan.
    init(_ adoption: Adoption, in scope: PlanScope) {
        self.init(
            run: scope.run,
            areas: scope.areas,
            version: adoption.version,
            on: adoption.on,
            objectives: adoption.objectives.map(PlanObjective.init(of:)),
            measures: adoption.measures,
            agreedBy: adoption.agreedBy
        )
    }
}

extension PlanAdjusted {
    /// The published form of an adjusted plan.
    init(_ adoption: Adoption, dropped: [LocalID], in scope: PlanScope) {
        self.init(
            run: scope.run,
            areas: scope.areas,
            version: adoption.version,
            on: adoption.on,
            objectives: adoption.objectives.map(PlanObjective.init(of:)),
            measures: adoption.measures,
            dropped: dropped,
            agreedBy: adoption.agreedBy
        )
    }
}

extension MeasureAssigned {
    /// The published form of an assignment.
    init(_ assignment: MeasureAssignment, in scope: PlanScope) {
        self.init(
            run: scope.run,
            areas: scope.areas,
            measure: assignment.id,
            title: assignment.title,
            objectives: assignment.objectives,
            owner: assignment.owner,
            deadline: assignment.deadline,
            costEuro: assignment.costEuro,
            catalogue: assignment.catalogue
        )
    }
}

extension AnnualReportEstablished {
    /// The published form of a yearly report.
    init(_ report: AnnualReport, in scope: PlanScope) {
        self.init(
            run: scope.run,
            areas: scope.areas,
            year: report.year,
            done: report.done,
            open: report.open,
            meetings: report.meetings,
            on: report.on
        )
    }
}
