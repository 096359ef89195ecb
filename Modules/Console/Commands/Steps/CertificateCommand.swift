import ArgumentParser
import Contracts
import Scheme

/// Lists, suspends and withdraws certificates.
struct CertificateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certificate",
        abstract: "Lists, suspends and withdraws certificates.",
        subcommands: [SuspendCertificate.self, Lift.self, WithdrawCertificate.self, CertificateListing.self]
    )

    /// Suspends the certificate.
    struct SuspendCertificate: StepCommand {
        static let configuration = CommandConfiguration(commandName: "suspend", abstract: "Suspends the certificate.")

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "Why.")
        var reason: String
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.Suspend {
            Contracts.Suspend(run: run, reason: reason, on: on)
        }
    }

    /// Ends a suspension.
    struct Lift: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "lift-suspension",
            abstract: "Ends a suspension."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.LiftSuspension {
            Contracts.LiftSuspension(run: run, on: on)
        }
    }

    /// Withdraws the certificate for good.
    struct WithdrawCertificate: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "withdraw",
            abstract: "Withdraws the certificate for good."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "Why.")
        var reason: String
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.Withdraw {
            Contracts.Withdraw(run: run, reason: reason, on: on)
        }
    }
}
