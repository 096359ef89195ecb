import ArgumentParser
import Contracts
import Scheme

/// Proposes and carries out maatregelen.
struct MeasureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure",
        abstract: "Proposes and carries out maatregelen.",
        subcommands: [Propose.self, Start.self, Progress.self, Complete.self, Drop.self]
    )

    /// Proposes a measure.
    struct Propose: StepCommand {
        static let configuration = CommandConfiguration(commandName: "propose", abstract: "Proposes a measure.")

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The measure, such as M1.")
        var measure: LocalID
        @Option(help: "What is done.")
        var title: String
        @Option(help: "An objective that it serves. May be repeated.")
        var objective: [LocalID]
        @Option(help: "Who carries it out.")
        var owner: OrganisationID?
        @Option(help: "The last day.")
        var deadline: CalendarDate?
        @Option(help: "The estimated cost in whole euros.")
        var cost: Int?
        @Option(help: "The measure of the evidence catalogue that it takes over, such as M07.")
        var catalogue: LocalID?
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.ProposeMeasure {
            Contracts.ProposeMeasure(
                run: run,
                measure: measure,
                title: title,
                objectives: objective,
                owner: owner,
                deadline: deadline,
                costEuro: cost,
                catalogue: catalogue
            )
        }
    }

    /// A measure is being carried out.
    struct Start: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "start",
            abstract: "A measure is being carried out."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The measure.")
        var measure: LocalID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.StartMeasure {
            Contracts.StartMeasure(run: run, measure: measure, on: on)
        }
    }

    /// Reports progress.
    struct Progress: StepCommand {
        static let configuration = CommandConfiguration(commandName: "progress", abstract: "Reports progress.")

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The measure.")
        var measure: LocalID
        @Option(help: "How far, 0 to 100.")
        var percent: Int
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @Option(help: "A remark; it is not published.")
        var note: String?
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.ReportProgress {
            Contracts.ReportProgress(run: run, measure: measure, percent: percent, on: on, note: note)
        }
    }

    /// A measure has been carried out.
    struct Complete: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "complete",
            abstract: "A measure has been carried out."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The measure.")
        var measure: LocalID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @Option(help: "Where the proof is.")
        var proof: String?
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.CompleteMeasure {
            Contracts.CompleteMeasure(run: run, measure: measure, on: on, proof: proof)
        }
    }

    /// A measure is dropped while the plan is adjusted.
    struct Drop: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "drop",
            abstract: "A measure is dropped while the plan is adjusted."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The measure.")
        var measure: LocalID
        @Option(help: "Why.")
        var reason: String
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.DropMeasure {
            Contracts.DropMeasure(run: run, measure: measure, reason: reason)
        }
    }
}
