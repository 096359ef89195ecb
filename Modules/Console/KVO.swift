package import ArgumentParser
import Contracts

/// The operator's command.
package struct KVO: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "kvo",
        abstract: "Runs the Keurmerk Veilig Ondernemen: areas, analyses, plans and certificates.",
        discussion: """
            Exit status: 0 done; 1 refused, with the reason in one sentence; 64 wrong use; 65 wrong input, with the place \
            in the file; 66 no such file; 69 a service does not answer, or has stopped hearing another (status); 70 a service failed; \
            73 a file cannot be written; 77 a key is missing or open to others.
            Shell completion: kvo --generate-completion-script bash|zsh|fish
            """,
        version: ProductVersion.text,
        groupedSubcommands: [
            CommandGroup(
                name: "The system:",
                subcommands: [
                    Up.self, Status.self, Watch.self, Demo.self, ClockCommand.self, SchemeCommand.self,
                    KeysCommand.self,
                    FeedCommand.self, StatsCommand.self,
                ]
            ),
            CommandGroup(name: "Partners:", subcommands: [PartnerCommand.self]),
            CommandGroup(
                name: "Step 1, samenwerking vormgeven:",
                subcommands: [AreaCommand.self, RunCommand.self, PartyCommand.self, AgreementCommand.self]
            ),
            CommandGroup(
                name: "Steps 2 and 6, veiligheidsanalyse and evaluatie:",
                subcommands: [
                    SurveyCommand.self, InspectionCommand.self, FiguresCommand.self, PoliceCommand.self,
                    FireCommand.self,
                    AnalysisCommand.self,
                ]
            ),
            CommandGroup(
                name: "Steps 3, 5 and 7, plan van aanpak and uitvoering:",
                subcommands: [
                    ObjectiveCommand.self, BottleneckCommand.self, MeasureCommand.self, ActivityCommand.self,
                    PlanCommand.self,
                ]
            ),
            CommandGroup(
                name: "Steps 4 and 8, certificering and hercertificering:",
                subcommands: [AuditCommand.self, CertificateCommand.self]
            ),
        ]
    )

    /// Makes the command.
    package init() {}
}
