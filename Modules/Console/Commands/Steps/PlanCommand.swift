import ArgumentParser
import Contracts
import Scheme

/// Adopts, reports on and shows the plan van aanpak.
struct PlanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan",
        abstract: "Adopts, reports on and shows the plan van aanpak.",
        subcommands: [Adopt.self, Report.self, PlanShow.self]
    )

    /// Adopts the plan, or the adjusted plan after an evaluation.
    struct Adopt: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "adopt",
            abstract: "Adopts the plan, or the adjusted plan after an evaluation."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "A party that agrees. May be repeated.")
        var agreed: [OrganisationID]
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.AdoptPlan {
            Contracts.AdoptPlan(run: run, agreedBy: agreed, on: on)
        }
    }

    /// Establishes the jaarverslag.
    struct Report: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "report",
            abstract: "Establishes the jaarverslag."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The year that it is about.")
        var year: Int
        @Option(help: "Meetings of the workgroup in that year.")
        var meetings: Int
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.EstablishAnnualReport {
            Contracts.EstablishAnnualReport(run: run, year: year, meetings: meetings, on: on)
        }
    }
}
