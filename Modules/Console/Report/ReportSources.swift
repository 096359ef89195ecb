import Contracts
import Report
import Scheme

/// Asks the services for all that a report is written from.
struct ReportSources {
    /// The services.
    let client: KVOClient

    /// What the report of a measurement is written from: its figures, the run, the plan, and the other runs' totals.
    ///
    /// - Parameters:
    ///   - run: The run.
    ///   - measurement: The number of the measurement, or `nil` for the latest that was established.
    /// - Returns: The input of the report.
    /// - Throws: ``ConsoleError`` when a service does not answer, or nothing has been established.
    func input(of run: RunID, measurement: Int?) async throws -> ReportInput {
        let report = try await client.ask(ReportQuery(run: run, measurement: measurement))
        let runs = try await client.ask(RunsQuery()).runs
        let areas = try await client.ask(AreasQuery()).areas
        let plans = try await client.ask(PlansQuery(run: run)).plans
        return ReportInput(
            report: report,
            run: runs.first { $0.run == run },
            areas: areas.filter { report.areas.contains($0.area) },
            plan: plans.first { $0.run == run },
            peers: try await peers(of: runs.filter { $0.run != run && !$0.stopped })
        )
    }

    /// The latest figures of other runs; those that have none yet are left out.
    private func peers(of runs: [RunSummary]) async throws -> [ReportInput.Peer] {
        var peers: [ReportInput.Peer] = []
        for run in runs {
            do {
                let report = try await client.ask(ReportQuery(run: run.run))
                peers.append(ReportInput.Peer(name: run.name, report: report))
            } catch ConsoleError.refused(let refused) where refused.code == .refused {
                continue
            }
        }
        return peers
    }
}
