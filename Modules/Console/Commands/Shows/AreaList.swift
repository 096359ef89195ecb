import ArgumentParser
import Contracts
import Scheme

extension AreaCommand {
    /// Lists the areas.
    struct AreaList: QueryCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Lists the areas.")

        @OptionGroup var connection: ConnectionOptions

        func makeQuery() -> AreasQuery { AreasQuery() }

        func lines(of answer: Contracts.AreaList) -> [String] {
            guard !answer.areas.isEmpty else { return ["no areas yet; register one with kvo area register"] }
            var table = TextTable(header: ["area", "kind", "name", "municipality", "establishments", "run"])
            for area in answer.areas {
                table.append([
                    area.area.text, area.kind.rawValue, area.name, area.municipality.name,
                    String(area.establishments), area.run?.text ?? "–",
                ])
            }
            return table.lines
        }
    }
}
