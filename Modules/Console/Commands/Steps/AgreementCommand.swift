import ArgumentParser
import Contracts
import Scheme

/// Signs the intentieverklaring.
struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Signs the intentieverklaring.",
        subcommands: [Sign.self]
    )

    /// The parties declare that they will work together.
    struct Sign: StepCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign",
            abstract: "The parties declare that they will work together."
        )

        @Argument(help: "The run, such as gm1581-0001-t1.")
        var run: RunID
        @Option(help: "The day, such as 2024-01-25.")
        var on: CalendarDate
        @Option(help: "Who signs: organisation=function. May be repeated.")
        var signatory: [SignatoryArgument]
        @Option(help: "How often the workgroup meets in a year.")
        var meetings: Int
        @Option(help: "The organisation that chairs the workgroup.")
        var chair: OrganisationID
        @Option(help: "An organisation in the workgroup. May be repeated.")
        var member: [OrganisationID]
        @OptionGroup var connection: ConnectionOptions
        @OptionGroup var options: CommandOptions

        func makeCommand() throws -> Contracts.SignAgreement {
            Contracts.SignAgreement(
                run: run,
                on: on,
                signatories: signatory.map(\.signatory),
                meetingsPerYear: meetings,
                chair: chair,
                members: member
            )
        }
    }
}
