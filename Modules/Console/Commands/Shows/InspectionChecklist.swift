import ArgumentParser
import Contracts
import Scheme

extension InspectionCommand {
    /// Shows to what is looked on a round, with the terms of what is found.
    struct Checklist: QueryCommand {
        static let configuration = CommandConfiguration(
            commandName: "checklist",
            abstract: "Shows to what is looked on a round, with the terms of what is found."
        )

        @Argument(help: "The kind of area, such as bedrijventerrein.")
        var kind: AreaKind
        @Option(help: "The checklist and its version. Default: the newest.")
        var checklist: String?
        @OptionGroup var connection: ConnectionOptions

        func makeQuery() -> ChecklistQuery { ChecklistQuery(kind: kind, checklist: checklist) }

        func lines(of answer: ChecklistAnswer) -> [String] {
            var table = TextTable(header: ["punt", "categorie", "ronde", "hoe het hoort", "eigenaar"])
            for point in answer.points {
                table.append(
                    [point.id, point.category, point.round, point.text, point.owners.joined(separator: ", ")]
                )
            }
            let terms = answer.terms.map {
                "\($0.severity): solved within \($0.days) days unless a day was agreed; before the workgroup when more "
                    + "than \($0.escalatesAfter) days late"
            }
            return ["checklist \(answer.checklist) for a \(answer.kind.rawValue)"] + table.lines + terms
        }
    }
}
