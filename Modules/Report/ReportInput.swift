package import Contracts
import Scheme

/// All that a report is written from.
package struct ReportInput: Sendable {
    /// A run beside which the area is put in the funnel.
    package struct Peer: Sendable {
        /// The area's name.
        package let name: String
        /// Its figures.
        package let report: MeasurementReport

        /// Makes the value.
        package init(name: String, report: MeasurementReport) { (self.name, self.report) = (name, report) }
    }

    /// The figures.
    package let report: MeasurementReport
    /// The run; `nil` when it is not known.
    package let run: RunSummary?
    /// The areas under the run.
    package let areas: [AreaSummary]
    /// The plan with how far its objectives are; `nil` without one.
    package let plan: PlanSummary?
    /// The latest figures of other runs.
    package let peers: [Peer]
    /// The version of the software.
    package let software: String

    /// Makes the input.
    package init(
        report: MeasurementReport,
        run: RunSummary? = nil,
        areas: [AreaSummary] = [],
        plan: PlanSummary? = nil,
        peers: [Peer] = [],
        software: String = ProductVersion.text
    ) {
        self.report = report
        self.run = run
        self.areas = areas
        self.plan = plan
        self.peers = peers
        self.software = software
    }

    /// The area's name; the run's identifier when it is not known.
    var name: String { run?.name ?? areas.first?.name ?? report.run.text }

    /// How far the objectives are by the measurement of the report.
    var judgements: [ObjectiveJudgement] {
        plan?.judgements.filter { $0.measurement == report.measurement } ?? []
    }
}
