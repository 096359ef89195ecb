import ArgumentParser
import Contracts
import Scheme

/// Requests and carries out the independent review.
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Requests and carries out the independent review.",
        subcommands: [Request.self, Plan.self, Nonconformity.self, Resolve.self, Complete.self, Decision.self]
    )

    /// Asks for an independent review.
    struct Request: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "request",
            abstract: "Asks for an independent review."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "Who asks.")
        var by: OrganisationID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.RequestAudit {
            Contracts.RequestAudit(run: run, by: by, on: on)
        }
    }

    /// Names the reviewer and the day.
    struct Plan: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "plan",
            abstract: "Names the reviewer and the day."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The organisation that reviews; not a party.")
        var reviewer: OrganisationID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.PlanAudit {
            Contracts.PlanAudit(run: run, reviewer: reviewer, on: on)
        }
    }

    /// Records a nonconformity.
    struct Nonconformity: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "nonconformity",
            abstract: "Records a nonconformity."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The nonconformity, such as T1.")
        var nonconformity: LocalID
        @Option(help: "klein or ernstig.")
        var severity: String
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.RecordNonconformity {
            Contracts.RecordNonconformity(run: run, nonconformity: nonconformity, class: severity, on: on)
        }
    }

    /// A nonconformity has been repaired and verified.
    struct Resolve: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "resolve",
            abstract: "A nonconformity has been repaired and verified."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The nonconformity.")
        var nonconformity: LocalID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.ResolveNonconformity {
            Contracts.ResolveNonconformity(run: run, nonconformity: nonconformity, on: on)
        }
    }

    /// The review is complete.
    struct Complete: StepCommand {
        static let configuration = CommandConfiguration(commandName: "complete", abstract: "The review is complete.")

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Flag(help: "The site was visited.")
        var siteVisit = false
        @Flag(help: "The documents were studied.")
        var documentStudy = false
        @Flag(help: "Entrepreneurs were interviewed.")
        var interviewsEntrepreneurs = false
        @Flag(help: "Municipality, police and fire brigade were interviewed.")
        var interviewsGovernment = false
        @Flag(help: "The advice is to grant.")
        var positive = false
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.CompleteAudit {
            Contracts.CompleteAudit(
                run: run,
                on: on,
                siteVisit: siteVisit,
                documentStudy: documentStudy,
                interviewsEntrepreneurs: interviewsEntrepreneurs,
                interviewsGovernment: interviewsGovernment,
                positive: positive
            )
        }
    }

    /// Grants or refuses the certificate.
    struct Decision: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "decide",
            abstract: "Grants or refuses the certificate."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        /// What was decided; neither is taken for granted.
        enum Verdict: String, EnumerableFlag {
            case grant
            case refuse
        }

        @Flag(help: "Whether the certificate is granted or refused: one of both.")
        var verdict: Verdict
        @Option(help: "Why.")
        var reasons: String
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.Decide {
            Contracts.Decide(run: run, grant: verdict == .grant, reasons: reasons, on: on)
        }
    }
}
