import Contracts
import PlanningDomain
package import PluginKit

extension PlanningPlugin {
    package var commands: [CommandHandler] { draftCommands + executionCommands }

    private var draftCommands: [CommandHandler] {
        [
            CommandHandler(answering: SetObjective.self) { command, work in
                try execute(.setObjective(ObjectiveOrder(command), today: work.today), on: command.run, work)
                let analysis = try state(of: command.run, work).analysis
                let notice = analysis?.notice(on: command.indicator, target: command.target)
                return notice.map(ObjectiveNotice.init)
            },
            CommandHandler(ArgueAway.self) { command, work in
                try execute(
                    .argueAway(bottleneck: command.bottleneck, reason: command.reason),
                    on: command.run,
                    work
                )
            },
            CommandHandler(ProposeMeasure.self) { command, work in
                try execute(.proposeMeasure(MeasureProposal(command), today: work.today), on: command.run, work)
            },
            CommandHandler(DropMeasure.self) { command, work in
                try execute(
                    .dropMeasure(command.measure, reason: command.reason, today: work.today),
                    on: command.run,
                    work
                )
            },
            CommandHandler(AddActivity.self) { command, work in
                try execute(.addActivity(Activity(command), today: work.today), on: command.run, work)
            },
            CommandHandler(AdoptPlan.self) { command, work in
                try execute(
                    .adopt(agreedBy: command.agreedBy, on: command.on, today: work.today),
                    on: command.run,
                    work
                )
            },
        ]
    }

    private var executionCommands: [CommandHandler] {
        [
            CommandHandler(StartMeasure.self) { command, work in
                try execute(
                    .startMeasure(command.measure, on: command.on, today: work.today),
                    on: command.run,
                    work
                )
            },
            CommandHandler(CompleteMeasure.self) { command, work in
                try execute(
                    .completeMeasure(command.measure, on: command.on, today: work.today),
                    on: command.run,
                    work
                )
                try PrivateNote(kind: .proof, command.proof, on: command.on)?
                    .keep(of: command.measure, in: command.run, work)
            },
            CommandHandler(ReportProgress.self) { command, work in
                let progress = Measure.Progress(percent: command.percent, on: command.on)
                try execute(
                    .reportProgress(command.measure, progress, today: work.today),
                    on: command.run,
                    work
                )
                try PrivateNote(kind: .progress, command.note, on: command.on)?
                    .keep(of: command.measure, in: command.run, work)
            },
            CommandHandler(EstablishAnnualReport.self) { command, work in
                try execute(
                    .establishAnnualReport(
                        year: command.year,
                        meetings: command.meetings,
                        on: command.on,
                        today: work.today
                    ),
                    on: command.run,
                    work
                )
            },
        ]
    }
}

extension ObjectiveOrder {
    fileprivate init(_ command: SetObjective) {
        self.init(
            id: command.objective,
            title: command.title,
            bottleneck: command.bottleneck,
            indicator: command.indicator,
            target: command.target,
            by: command.by
        )
    }
}

extension MeasureProposal {
    fileprivate init(_ command: ProposeMeasure) {
        self.init(
            id: command.measure,
            title: command.title,
            objectives: command.objectives,
            owner: command.owner,
            deadline: command.deadline,
            costEuro: command.costEuro,
            catalogue: command.catalogue
        )
    }
}

extension Activity {
    fileprivate init(_ command: AddActivity) {
        self.init(
            measure: command.measure,
            id: command.activity,
            title: command.title,
            owner: command.owner,
            on: command.on
        )
    }
}
