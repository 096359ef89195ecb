import ArgumentParser
import FigureFiles
import Foundation

/// Reads files of police and fire figures, without a service.
struct FiguresCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figures",
        abstract: "Reads files of police and fire figures, without a service.",
        subcommands: [Inspect.self, Summarise.self]
    )

    /// Says what a file of figures is.
    struct Inspect: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "inspect",
            abstract: "Says what a file of figures is: layout, regions, types, periods, what is withheld.",
            discussion: """
                Read are the CSV of the police\u{2019}s portal, CSV and JSON of OData, a table made for an area, and the fire \
                brigade\u{2019}s incidents. A file that is none of these, is cut off, or has been through a spreadsheet is \
                refused with the place, or repaired with a warning where that is safe.
                """
        )

        @Argument(help: "The file.", completion: .file())
        var file: String
        @Flag(help: "Write one JSON object.")
        var json = false

        func run() async throws {
            try await Console.run {
                let opened = try FigureFile(file)
                let inspection = try await opened.reporting { try FigureInspector.inspect(opened.next) }
                if json {
                    try FiguresCommand.print(json: inspection)
                } else {
                    for line in inspection.lines { Console.print(line) }
                }
            }
        }
    }

    /// Sums police figures up.
    struct Summarise: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "summarise",
            abstract: "Sums police figures up by area, type and year, with intervals and rate ratios.",
            discussion: """
                Areas are the regions of one level, the finest of the file unless --level says otherwise; totals of types and \
                of years are left out. With denominators: rates per 100 establishments and year with Garwood\u{2019}s \
                limits, and the exact ratio to the rest of the municipality with central p.
                """
        )

        @Argument(help: "The file.", completion: .file())
        var file: String
        @Option(help: ArgumentHelp("A CSV with WijkenEnBuurten and Vestigingen.", valueName: "file"))
        var denominators: String?
        @Option(help: "The level of the areas: GM, WK or BU.")
        var level: TableRegion.Level?
        @Option(name: .shortAndLong, help: ArgumentHelp("Write the groups to this CSV.", valueName: "file"))
        var output: String?
        @Flag(help: "Write one JSON object, with the seconds that each part took.")
        var json = false

        func run() async throws {
            try await Console.run {
                let run = SummaryRun(path: file, denominators: denominators, output: output, level: level)
                let report = try await run.run()
                for warning in report.warnings { Console.note("note: \(warning)") }
                if json { return try FiguresCommand.print(json: report) }
                Console.print("areas \(report.areas) (\(report.level))")
                Console.print("types \(report.crimeTypes)")
                Console.print("groups \(report.groups)")
                Console.print("sum \(report.sum)")
            }
        }
    }

    private static func print(json value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        Console.print(try encoder.encode(value))
    }
}

extension TableRegion.Level: ExpressibleByArgument {}

extension FigureInspection {
    /// The inspection for a person.
    fileprivate var lines: [String] {
        let regions = levels.map { "\($0.regions) \($0.level)" }.joined(separator: ", ")
        var table = TextTable(header: ["", ""])
        table.append(["layout", layout.rawValue])
        table.append(["rows", "\(rows)"])
        table.append(["regions", regions.isEmpty ? "none" : "\(self.regions) (\(regions))"])
        table.append(["types", "\(crimeTypes)"])
        table.append(["periods", "\(periods.count), \(periods.first) to \(periods.last)"])
        table.append(["withheld", withheld == 0 ? "none" : "\(withheld)\(withheldText)"])
        table.append(["sum", "\(sum) (a checksum: totals and levels overlap)"])
        return table.lines.dropFirst() + warnings.map { "note: \($0)" }
    }

    private var withheldText: String {
        withheldTypes.isEmpty ? "" : ", all of " + withheldTypes.joined(separator: ", ")
    }
}
