import ArgumentParser
import Contracts
import Scheme

extension PlanCommand {
    /// Shows the plan with its objectives and measures.
    struct PlanShow: QueryCommand {
        static let configuration = CommandConfiguration(
            commandName: "show",
            abstract: "Shows the plan with its objectives and measures."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @OptionGroup var connection: ConnectionOptions

        func makeQuery() -> PlansQuery { PlansQuery(run: run) }

        func lines(of answer: PlanList) -> [String] {
            answer.plans.flatMap { plan in
                var lines = [
                    plan.version == 0
                        ? "plan van aanpak, not adopted yet"
                        : "plan van aanpak, version \(plan.version), adopted \(plan.adoptedOn?.description ?? "–")"
                ]
                for bottleneck in plan.bottlenecks {
                    let state =
                        bottleneck.arguedAway.map { "argued away: \($0)" } ?? (bottleneck.covered ? "covered" : "OPEN")
                    lines.append("  knelpunt \(bottleneck.id) \(bottleneck.title): \(state)")
                }
                for objective in plan.objectives {
                    let base = objective.base.map { FigureText.amount($0, of: objective.indicator) } ?? "–"
                    lines.append("  doelstelling \(objective.id) \(objective.title)")
                    lines.append(
                        "    \(objective.indicator): \(base) → \(FigureText.amount(objective.target, of: objective.indicator)) by \(objective.by)"
                    )
                    if let judged = plan.judgements.last(where: { $0.objective.id == objective.id }) {
                        let value = judged.value.map { FigureText.amount($0, of: objective.indicator) } ?? "–"
                        lines.append("    meting \(judged.measurement): \(value), \(judged.grade.rawValue)")
                    }
                }
                for measure in plan.measures {
                    let late = measure.overdue ? ", OVERDUE" : ""
                    let owner = measure.owner.map { measure.ownerIsParty ? $0.text : "\($0) (no party)" } ?? "no owner"
                    let source = measure.catalogue.map { " (catalogue \($0))" } ?? ""
                    lines.append("  maatregel \(measure.id) \(measure.title)\(source)")
                    lines.append(
                        "    \(measure.status.rawValue)\(late), \(measure.percent) %, \(owner), by "
                            + (measure.deadline?.description ?? "–")
                    )
                    for activity in plan.activities where activity.measure == measure.id {
                        lines.append(
                            "    activiteit \(activity.id) \(activity.title), \(activity.owner), \(activity.on)"
                        )
                    }
                }
                return lines
            }
        }
    }
}
